package gjdbg.testbins;

import java.nio.file.Path;
import java.util.List;

/** Go's own debugger, from the module proxy: what tests compare with, and a real program of more than 20 MB. */
public final class Delve {
    private static final String RELEASE = "1.27.2";

    private Delve() {}

    /** The command dlv, built by Go 1.26 without cgo. */
    public static Path command() {
        Path folder = Cache.root().resolve("delve-" + RELEASE);
        return Cache.folder(folder, staging -> {
                    Run run = Run.of(
                            List.of("go", "install", "github.com/go-delve/delve/cmd/dlv@v" + RELEASE),
                            staging,
                            List.of(
                                    "GOBIN=" + staging,
                                    "GOTOOLCHAIN=" + Toolchain.of("1.26").setting(),
                                    "GOFLAGS=-mod=mod",
                                    "GOWORK=off",
                                    "CGO_ENABLED=0"));
                    if (run.status() != 0) {
                        throw new IllegalStateException("Delve can't be built: " + run.out() + run.err());
                    }
                })
                .resolve("dlv");
    }
}
