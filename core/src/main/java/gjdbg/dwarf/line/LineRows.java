package gjdbg.dwarf.line;

import gjdbg.bytes.Cursor;
import java.util.Arrays;

/** The rows of a line program as they come, in arrays that grow. */
final class LineRows {
    static final int STATEMENT = 1;
    static final int PROLOGUE_END = 2;
    static final int EPILOGUE_BEGIN = 4;
    static final int END_OF_SEQUENCE = 8;

    private static final int MOST_ROWS = 1 << 22;

    private long[] addresses = new long[256];
    private int[] files = new int[256];
    private int[] lines = new int[256];
    private byte[] flags = new byte[256];
    private int count;

    void add(Cursor at, long address, int file, int line, int flag) {
        if (count == addresses.length) {
            if (count == MOST_ROWS) {
                throw at.malformed("a line program of more than " + MOST_ROWS + " rows");
            }
            resize(2 * count);
        }
        addresses[count] = address;
        files[count] = file;
        lines[count] = line;
        flags[count] = (byte) flag;
        count++;
    }

    private void resize(int length) {
        addresses = Arrays.copyOf(addresses, length);
        files = Arrays.copyOf(files, length);
        lines = Arrays.copyOf(lines, length);
        flags = Arrays.copyOf(flags, length);
    }

    void trim() {
        resize(count);
    }

    int count() {
        return count;
    }

    long address(int row) {
        return addresses[row];
    }

    int file(int row) {
        return files[row];
    }

    int line(int row) {
        return lines[row];
    }

    boolean is(int row, int flag) {
        return (flags[row] & flag) != 0;
    }
}
