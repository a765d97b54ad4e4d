package gjdbg.goruntime;

import gjdbg.error.Unavailable;
import gjdbg.symbol.ModuleSymbols;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Offsets in bytes within the runtime's structures (runtime/runtime2.go).
 *
 * @param goid of runtime.g, as are m, sched, syscallSp and syscallPc; stack.lo and stack.hi are its first two words
 * @param g0 of runtime.m, as are gsignal, curg, vdsoSp and vdsoPc
 * @param gobufSp of runtime.gobuf
 */
record RuntimeLayout(
        int goid,
        int m,
        int sched,
        int syscallSp,
        int syscallPc,
        int g0,
        int gsignal,
        int curg,
        int vdsoSp,
        int vdsoPc,
        int gobufSp,
        int gobufPc,
        int gobufBp) {
    private static final String TABLE = "layouts.txt";

    /** How many bytes of runtime.g hold what is read of it. */
    int gLength() {
        int last = Math.max(Math.max(goid, m), Math.max(syscallSp, syscallPc));
        return Math.max(last, sched + Math.max(gobufSp, Math.max(gobufPc, gobufBp))) + 8;
    }

    /** How many bytes of runtime.m hold its goroutines. */
    int mLength() {
        return Math.max(g0, Math.max(gsignal, curg)) + 8;
    }

    /**
     * From the table of releases; for a release that is not in it, for a development version and for a toolchain with
     * experiments from the program's DWARF, as far as it has any.
     *
     * @param goVersion as in {@code go1.22.12}
     * @throws Unavailable for a release that is not in the table, of a program without DWARF
     */
    static RuntimeLayout of(String goVersion, ModuleSymbols symbols) {
        Optional<RuntimeLayout> known = ofRelease(goVersion);
        boolean plain = goVersion.startsWith("go") && !goVersion.contains("X:");
        if (known.isPresent() && plain) {
            return known.get();
        }
        Optional<RuntimeLayout> own = symbols.dwarf().flatMap(DebugLayout::of);
        return own.or(() -> known)
                .orElseThrow(() -> new Unavailable(
                        "goroutines",
                        "the layout of the runtime of " + goVersion + " is not known; keep the program's DWARF"));
    }

    /** From the table of releases. */
    static Optional<RuntimeLayout> ofRelease(String goVersion) {
        String release = release(goVersion);
        try (InputStream stream = RuntimeLayout.class.getResourceAsStream(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] row = line.split(" ");
                if (row[0].equals(release)) {
                    return Optional.of(of(row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    private static RuntimeLayout of(String[] row) {
        int[] offsets = new int[row.length - 1];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = Integer.parseInt(row[i + 1]);
        }
        return of(offsets);
    }

    /** @param at the offsets in the order of the components */
    static RuntimeLayout of(int[] at) {
        return new RuntimeLayout(
                at[0], at[1], at[2], at[3], at[4], at[5], at[6], at[7], at[8], at[9], at[10], at[11], at[12]);
    }

    /** {@code 1.22} of {@code go1.22.12}, {@code go1.22rc1} and {@code devel go1.22-abcdef}. */
    private static String release(String goVersion) {
        int start = goVersion.indexOf("go1.") + 2;
        int end = start + 2;
        while (end < goVersion.length() && Character.isDigit(goVersion.charAt(end))) {
            end++;
        }
        return start < 2 ? goVersion : goVersion.substring(start, end);
    }
}
