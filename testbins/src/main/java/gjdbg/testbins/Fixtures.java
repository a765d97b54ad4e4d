package gjdbg.testbins;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Programs to debug, built when they are first asked for and kept in the user's cache folder. */
public final class Fixtures {
    private Fixtures() {}

    /** The Go releases to test with, as the build's profile says. */
    public static List<String> versions() {
        return List.of(System.getProperty("gjdbg.go.versions", "1.17,1.22,1.26").split(","));
    }

    /** @param version as in {@code 1.22} */
    public static GoBinary go(String program, String version, Mode mode) {
        return go(program, Map.of(), version, mode);
    }

    /**
     * A program with further source files, which a test made.
     *
     * @param more texts of the files by their names
     * @param settings of the build's environment, as in {@code GOEXPERIMENT=noswissmap}
     */
    public static GoBinary go(String program, Map<String, String> more, String version, Mode mode, String... settings) {
        return go(Sources.ofGo(program, more), version, mode, List.of(), List.of(settings));
    }

    /**
     * A program that a test brings.
     *
     * @param files texts by their names, go.mod among them
     * @param flags more flags of go build
     */
    public static GoBinary go(
            String program, Map<String, String> files, String version, Mode mode, List<String> flags) {
        return go(Sources.of(program, new TreeMap<>(files)), version, mode, flags, List.of());
    }

    private static GoBinary go(Sources sources, String version, Mode mode, List<String> flags, List<String> settings) {
        Toolchain toolchain = Toolchain.of(version);
        String program = sources.program();
        String options = toolchain.release() + mode + String.join(" ", settings) + String.join(" ", flags);
        Path folder = Cache.folder("go-" + program, sources, options, staging -> {
            List<String> command = new ArrayList<>(List.of("go", "build"));
            command.addAll(mode.flags());
            command.addAll(flags);
            command.addAll(List.of("-o", staging.resolve(program).toString(), "."));
            List<String> environment = new ArrayList<>();
            toolchain.environment(mode.cgo()).forEach((name, setting) -> environment.add(name + "=" + setting));
            environment.addAll(settings);
            Run.checked(command, sources.stable(), environment);
            if (mode.stripped()) {
                Run.checked(List.of("strip", staging.resolve(program).toString()), staging, List.of());
            }
        });
        return new GoBinary(
                program,
                folder.resolve(program),
                version,
                mode,
                sources.stable().resolve("main.go"));
    }

    /** A C program, compiled by gcc with the flags. */
    public static Path c(String program, String... flags) {
        Sources sources = Sources.ofC(program);
        Path folder = Cache.folder("c-" + program, sources, String.join(" ", flags), staging -> {
            List<String> command = new ArrayList<>(List.of("gcc", "-pthread"));
            command.addAll(List.of(flags));
            command.addAll(List.of(
                    "-o",
                    staging.resolve(program).toString(),
                    sources.stable().resolve(program + ".c").toString()));
            Run.checked(command, staging, List.of());
        });
        return folder.resolve(program);
    }
}
