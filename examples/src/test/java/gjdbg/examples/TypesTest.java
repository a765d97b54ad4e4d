package gjdbg.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.Cache;
import gjdbg.testbins.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TypeScript's compiler reads gjdbg.d.ts and checks the examples against it. */
class TypesTest {
    private static final String VERSION = "5.9.3";

    private static Path compiler;

    @TempDir
    Path folder;

    @BeforeAll
    static void installTypeScript() {
        Path installed = Cache.root().resolve("typescript-" + VERSION);
        if (!Files.isDirectory(installed)) {
            Assumptions.assumeTrue(
                    Stream.of(System.getenv("PATH").split(":")).anyMatch(f -> Files.isExecutable(Path.of(f, "npm"))),
                    "npm is not installed, so nothing checks the examples' types");
        }
        Cache.folder(installed, staging -> {
            Run run = Run.of(
                    List.of("npm", "install", "--no-audit", "--no-fund", "--prefix", ".", "typescript@" + VERSION),
                    staging,
                    List.of());
            assertEquals(0, run.status(), run.out() + run.err());
        });
        compiler = installed.resolve("node_modules/typescript/bin/tsc");
    }

    @Test
    void every_example_fits_the_declared_types() throws IOException {
        List<String> files = new ArrayList<>();
        for (String each : List.of("", "scenarios", "ci")) {
            int before = files.size();
            try (var scripts = Files.newDirectoryStream(Path.of(each), "*.js")) {
                scripts.forEach(script -> files.add(script.toAbsolutePath().toString()));
            }
            assertTrue(files.size() > before, "no scripts in the folder " + each);
        }
        Run run = check(files);
        assertEquals("", run.out());
        assertEquals(0, run.status(), run.err());
    }

    @Test
    void a_script_that_does_not_fit_is_found() throws IOException {
        Path wrong = Files.writeString(
                folder.resolve("wrong.js"),
                "import { target } from 'gjdbg';\ntarget.breakpoint('main.main').remove(1);\ntarget.nothing();\n");
        Run run = check(List.of(wrong.toString()));
        assertNotEquals(0, run.status());
        assertTrue(run.out().contains("wrong.js(2,") && run.out().contains("wrong.js(3,"), run.out());
    }

    private Run check(List<String> files) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                compiler.toString(),
                "--noEmit",
                "--allowJs",
                "--checkJs",
                "--strict",
                "--target",
                "es2023",
                "--module",
                "es2022",
                "--moduleResolution",
                "bundler"));
        command.add(declarations().toString());
        command.addAll(files);
        return Run.of(command, folder, List.of());
    }

    private static Path declarations() throws IOException {
        try (Stream<Path> files = Files.walk(Command.REPOSITORY.resolve("stdlib-scripts/src/main"))) {
            return files.filter(file -> file.endsWith("gjdbg.d.ts")).findFirst().orElseThrow();
        }
    }
}
