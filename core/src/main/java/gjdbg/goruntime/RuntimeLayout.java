package gjdbg.goruntime;

import gjdbg.error.Unavailable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

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

    /**
     * From the table of releases.
     *
     * @param goVersion as in {@code go1.22.12}
     * @throws Unavailable for a release that is not in it
     */
    static RuntimeLayout ofRelease(String goVersion) {
        String release = release(goVersion);
        try (InputStream stream = RuntimeLayout.class.getResourceAsStream(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] row = line.split(" ");
                if (row[0].equals(release)) {
                    return of(row);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new Unavailable(
                "goroutines", "the layout of the runtime of " + goVersion + " is not known; keep the program's DWARF");
    }

    private static RuntimeLayout of(String[] row) {
        int[] at = new int[row.length];
        for (int i = 1; i < row.length; i++) {
            at[i] = Integer.parseInt(row[i]);
        }
        return new RuntimeLayout(
                at[1], at[2], at[3], at[4], at[5], at[6], at[7], at[8], at[9], at[10], at[11], at[12], at[13]);
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
