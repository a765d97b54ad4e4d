package gjdbg.testbins;

import java.util.List;
import java.util.Locale;

/** How a Go program is built. */
public enum Mode {
    /** Without optimisation and inlining. */
    NOOPT(List.of("-gcflags=all=-N -l"), false, false),
    OPT(List.of(), false, false),
    /** Position independent. */
    PIE(List.of("-buildmode=pie"), false, false),
    /** With C code in it, linked by the C linker. */
    CGO(List.of(), true, false),
    CGO_PIE(List.of("-buildmode=pie"), true, false),
    /** With C code in it, linked by Go's linker. */
    CGO_INTERNAL(List.of("-ldflags=-linkmode=internal", "-tags=internal"), true, false),
    /** Without symbols and DWARF, by the linker's flags and then by strip(1). */
    STRIPPED(List.of("-ldflags=-s -w"), false, true),
    CGO_STRIPPED(List.of("-ldflags=-s -w"), true, true),
    PIE_STRIPPED(List.of("-buildmode=pie", "-ldflags=-s -w"), false, true);

    private final List<String> flags;
    private final boolean cgo;
    private final boolean stripped;

    Mode(List<String> flags, boolean cgo, boolean stripped) {
        this.flags = flags;
        this.cgo = cgo;
        this.stripped = stripped;
    }

    List<String> flags() {
        return flags;
    }

    boolean cgo() {
        return cgo;
    }

    boolean stripped() {
        return stripped;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
