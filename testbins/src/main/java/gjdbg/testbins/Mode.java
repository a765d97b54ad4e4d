package gjdbg.testbins;

import java.util.List;
import java.util.Locale;

/** How a Go program is built. */
public enum Mode {
    /** Without optimisation and inlining. */
    NOOPT(List.of("-gcflags=all=-N -l"), false),
    OPT(List.of(), false),
    /** Position independent. */
    PIE(List.of("-buildmode=pie"), false),
    /** With C code in it, linked by the C linker. */
    CGO(List.of(), true),
    /** Without symbols and DWARF, by the linker's flags and then by strip(1). */
    STRIPPED(List.of("-ldflags=-s -w"), false);

    private final List<String> flags;
    private final boolean cgo;

    Mode(List<String> flags, boolean cgo) {
        this.flags = flags;
        this.cgo = cgo;
    }

    List<String> flags() {
        return flags;
    }

    boolean cgo() {
        return cgo;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
