package gjdbg.value;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Mode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Builds a Go program of the test resources for one release and mode. */
final class GoBuild {
    private static final String UNOPTIMISED = "-gcflags=all=-N -l";

    private GoBuild() {}

    static Path build(String program, String version, String mode) throws IOException {
        return switch (mode) {
            case "noopt" -> build(program, version, Mode.NOOPT);
            case "opt" -> build(program, version, Mode.OPT);
            case "pie" -> build(program, version, Mode.PIE, UNOPTIMISED);
            case "cgo" -> build(program, version, Mode.CGO, UNOPTIMISED, "-ldflags=-linkmode=external");
            case "nodwarf" -> build(program, version, Mode.OPT, "-ldflags=-w");
            default -> throw new IllegalArgumentException("no mode " + mode);
        };
    }

    private static Path build(String program, String version, Mode mode, String... flags) throws IOException {
        try (InputStream in = GoBuild.class.getResourceAsStream("/" + program + "/main.go")) {
            String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> files = Map.of("main.go", source, "go.mod", "module " + program + "\n\ngo 1.17\n");
            return Fixtures.go("core-" + program, files, version, mode, List.of(flags))
                    .path();
        }
    }
}
