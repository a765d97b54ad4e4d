package gjdbg.testbins;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A Go release to build with.
 *
 * @param setting what GOTOOLCHAIN has to be: {@code local} for the Go that is installed, which needs no download
 * @param release as {@code go env GOVERSION} says, such as {@code go1.22.12}
 */
public record Toolchain(String setting, String release) {
    /** A late patch of each release, which the module proxy has. */
    private static final Map<String, String> PATCHES = Map.ofEntries(
            Map.entry("1.15", "go1.15.15"),
            Map.entry("1.17", "go1.17.13"),
            Map.entry("1.18", "go1.18.10"),
            Map.entry("1.19", "go1.19.13"),
            Map.entry("1.20", "go1.20.14"),
            Map.entry("1.21", "go1.21.13"),
            Map.entry("1.22", "go1.22.12"),
            Map.entry("1.23", "go1.23.12"),
            Map.entry("1.24", "go1.24.13"),
            Map.entry("1.25", "go1.25.5"),
            Map.entry("1.26", "go1.26.8"));

    private static final Map<String, Toolchain> KNOWN = new ConcurrentHashMap<>();

    /** @param version as in {@code 1.22} */
    public static Toolchain of(String version) {
        return KNOWN.computeIfAbsent(version, Toolchain::find);
    }

    /** What a build needs in its environment. */
    public Map<String, String> environment(boolean cgo) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "GOTOOLCHAIN",
                setting,
                // Go 1.17 does not know all flags that a user's GOFLAGS may have, so they are replaced
                "GOFLAGS",
                "-mod=mod",
                "GOWORK",
                "off",
                "CGO_ENABLED",
                cgo ? "1" : "0"));
        if (release.startsWith("go1.19.")) {
            // its index of modules takes its own GOROOT, which is in the module cache, for a module
            environment.put("GODEBUG", "goindex=0");
        }
        return environment;
    }

    private static Toolchain find(String version) {
        String patch = PATCHES.get(version);
        if (patch == null) {
            throw new IllegalArgumentException("no toolchain is known for Go " + version);
        }
        String local = local();
        return local.equals("go" + version) || local.startsWith("go" + version + ".")
                ? new Toolchain("local", local)
                : new Toolchain(patch, patch);
    }

    private static String local() {
        Run run = Run.of(List.of("go", "env", "GOVERSION"), Path.of("/"), List.of("GOTOOLCHAIN=local"));
        if (run.status() != 0) {
            throw new IllegalStateException("go env GOVERSION failed: " + run.err());
        }
        return run.out().strip();
    }
}
