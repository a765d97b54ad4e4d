package gjdbg.built;

import gjdbg.testbins.Toolchain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Small Go programs for the tests of this module, built once and kept in the user's cache directory. */
public final class GoProgram {
    public enum Mode {
        OPT,
        NOOPT,
        PIE,
        CGO,
        CGO_PIE,
        STRIPPED
    }

    private GoProgram() {}

    /** The Go releases that this run of the tests takes. */
    public static List<String> versions() {
        return List.of(System.getProperty("gjdbg.go.versions", "1.17,1.22,1.26").split(","));
    }

    /** @param source of package main; in the modes with cgo a C function {@code cadd} is added */
    public static Path build(String source, String version, Mode mode) {
        Path directory = cache().resolve("core-" + Integer.toHexString(source.hashCode()) + "-" + version + "-"
                + mode.name().toLowerCase(java.util.Locale.ROOT));
        Path built = directory.resolve("program");
        if (Files.exists(built)) {
            return built;
        }
        boolean cgo = mode == Mode.CGO || mode == Mode.CGO_PIE;
        try {
            Files.createDirectories(directory);
            Files.writeString(
                    directory.resolve("go.mod"),
                    "module example.com/program\n\ngo " + (version.compareTo("1.18") < 0 ? version : "1.18") + "\n");
            Files.writeString(directory.resolve("main.go"), source);
            if (cgo) {
                Files.writeString(directory.resolve("c.go"), C_SOURCE);
            }
            List<String> command = new ArrayList<>(List.of("go", "build", "-o", "program.new"));
            if (mode == Mode.NOOPT) {
                command.add("-gcflags=all=-N -l");
            }
            if (mode == Mode.PIE || mode == Mode.CGO_PIE) {
                command.add("-buildmode=pie");
            }
            command.add(".");
            Command.run(directory, Toolchain.of(version).environment(cgo), command);
            if (mode == Mode.STRIPPED) {
                Command.run(directory, Map.of(), List.of("strip", "program.new"));
            }
            return Files.move(directory.resolve("program.new"), built, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A tool of the tests, written in Go, built with the installed release. */
    public static Path tool(String source) {
        return build(source, "1.26", Mode.OPT);
    }

    static Path cache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured == null || configured.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return base.resolve("gjdbg").resolve("testbins");
    }

    private static final String C_SOURCE = """
            package main

            /*
            int cadd(int a, int b) { return a + b; }
            */
            import "C"

            func init() { C.cadd(1, 2) }
            """;
}
