package gjdbg.built;

import gjdbg.testbins.Fixtures;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small Go programs whose source is in a test. */
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
        return Fixtures.versions();
    }

    /** @param source of package main; in the modes with cgo a C function {@code cadd} is added */
    public static Path build(String source, String version, Mode mode) {
        Map<String, String> files = new HashMap<>();
        files.put(
                "go.mod",
                "module example.com/program\n\ngo " + (version.compareTo("1.18") < 0 ? version : "1.18") + "\n");
        files.put("main.go", source);
        if (mode == Mode.CGO || mode == Mode.CGO_PIE) {
            files.put("c.go", C_SOURCE);
        }
        return Fixtures.go("program", files, version, gjdbg.testbins.Mode.valueOf(mode.name()), List.of())
                .path();
    }

    /** A tool of the tests, written in Go, built with the installed release. */
    public static Path tool(String source) {
        return build(source, "1.26", Mode.OPT);
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
