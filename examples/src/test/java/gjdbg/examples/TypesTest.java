package gjdbg.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TypeScript's compiler reads gjdbg.d.ts and checks the examples against it. */
class TypesTest {
    private static TypeScript compiler;

    @TempDir
    Path folder;

    @BeforeAll
    static void installTypeScript() {
        compiler = TypeScript.installed();
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
        Run run = compiler.check(folder, files);
        assertEquals("", run.out());
        assertEquals(0, run.status(), run.err());
    }

    @Test
    void a_script_that_does_not_fit_is_found() throws IOException {
        Path wrong = Files.writeString(
                folder.resolve("wrong.js"),
                "import { target } from 'gjdbg';\ntarget.breakpoint('main.main').remove(1);\ntarget.nothing();\n");
        Run run = compiler.check(folder, List.of(wrong.toString()));
        assertNotEquals(0, run.status());
        assertTrue(run.out().contains("wrong.js(2,") && run.out().contains("wrong.js(3,"), run.out());
    }
}
