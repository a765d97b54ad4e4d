package gjdbg.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gjdbg.testbins.Cache;
import gjdbg.testbins.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** TypeScript's compiler, which reads gjdbg.d.ts and checks scripts against it. */
public final class TypeScript {
    private static final String VERSION = "5.9.3";
    private static final Path DECLARATIONS =
            Command.REPOSITORY.resolve("stdlib-scripts/src/main/resources/gjdbg/gjdbg.d.ts");

    private final Path compiler;

    private TypeScript(Path compiler) {
        this.compiler = compiler;
    }

    /** Skips the test where the compiler is not installed and can't be, for want of npm. */
    public static TypeScript installed() {
        Path installed = Cache.root().resolve("typescript-" + VERSION);
        if (!Files.isDirectory(installed)) {
            Assumptions.assumeTrue(
                    Stream.of(System.getenv("PATH").split(":")).anyMatch(f -> Files.isExecutable(Path.of(f, "npm"))),
                    "npm is not installed, so nothing checks the scripts' types");
        }
        Cache.folder(installed, staging -> {
            Run run = Run.of(
                    List.of("npm", "install", "--no-audit", "--no-fund", "--prefix", ".", "typescript@" + VERSION),
                    staging,
                    List.of());
            assertEquals(0, run.status(), run.out() + run.err());
        });
        return new TypeScript(installed.resolve("node_modules/typescript/bin/tsc"));
    }

    /** Its output names each thing that does not fit, and its status is 0 when all do. */
    public Run check(Path folder, List<String> files) {
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
        command.add(DECLARATIONS.toString());
        command.addAll(files);
        return Run.of(command, folder, List.of());
    }
}
