package gjdbg.gosym;

import gjdbg.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/** The names of the source files, and which units know them by which number. */
final class FileTable {
    private static final long NO_FILE = 0xffff_ffffL;

    private final Tables tables;
    private final Bytes bytes;
    private final StringCache names;

    FileTable(Tables tables) {
        this.tables = tables;
        this.bytes = tables.bytes();
        this.names = new StringCache(bytes);
    }

    /** "" where the linker left the file out. */
    String name(long unit, int number) {
        if (number < 0) {
            return "";
        }
        if (!tables.layout().hasUnits()) {
            return number == 0 || number >= tables.fileCount() ? "" : names.at(bytes.u32(tables.files() + number * 4L));
        }
        long offset = bytes.u32(tables.units() + (unit + number) * 4);
        return offset == NO_FILE ? "" : names.at(tables.files() + offset);
    }

    List<String> matching(Predicate<String> path) {
        List<String> found = new ArrayList<>();
        if (!tables.layout().hasUnits()) {
            for (int i = 1; i < tables.fileCount(); i++) {
                addMatching(bytes.u32(tables.files() + i * 4L), path, found);
            }
            return found;
        }
        long at = tables.files();
        for (long i = 0; i < tables.fileCount() && at < tables.filesEnd() && bytes.u8(at) != 0; i++) {
            addMatching(at, path, found);
            at = end(at) + 1;
        }
        return found;
    }

    private void addMatching(long at, Predicate<String> path, List<String> found) {
        String name = bytes.cString(at);
        if (path.test(name)) {
            found.add(name);
        }
    }

    private long end(long at) {
        long end = at;
        while (bytes.u8(end) != 0) {
            end++;
        }
        return end;
    }

    /**
     * The places in the unit table that name one of the files; in the oldest layout, the file numbers. A path matches as a
     * whole or from a slash on.
     */
    BitSet places(String path) {
        byte[] wanted = path.getBytes(StandardCharsets.UTF_8);
        BitSet places = new BitSet();
        if (!tables.layout().hasUnits()) {
            for (int i = 1; i < tables.fileCount(); i++) {
                long at = bytes.u32(tables.files() + i * 4L);
                if (endsWith(at, end(at), wanted)) {
                    places.set(i);
                }
            }
            return places;
        }
        BitSet offsets = new BitSet();
        long at = tables.files();
        for (long i = 0; i < tables.fileCount() && at < tables.filesEnd(); i++) {
            long end = end(at);
            if (endsWith(at, end, wanted)) {
                offsets.set((int) (at - tables.files()));
            }
            at = end + 1;
        }
        if (!offsets.isEmpty()) {
            long count = (tables.unitsEnd() - tables.units()) / 4;
            for (int i = 0; i < count; i++) {
                int offset = bytes.i32(tables.units() + i * 4L);
                if (offset >= 0 && offsets.get(offset)) {
                    places.set(i);
                }
            }
        }
        return places;
    }

    private boolean endsWith(long at, long end, byte[] wanted) {
        long from = end - wanted.length;
        if (from < at || from > at && bytes.u8(from - 1) != '/') {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes.u8(from + i) != (wanted[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }
}
