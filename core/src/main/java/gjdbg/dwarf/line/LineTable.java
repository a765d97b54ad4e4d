package gjdbg.dwarf.line;

import gjdbg.bytes.Search;
import gjdbg.dwarf.AddressRange;
import gjdbg.elf.FileAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The line table of one unit (DWARF 5, section 6.2): rows in the order of the line program, by their index. A row holds from
 * its address to that of the next one of its sequence. Safe for several threads.
 */
public final class LineTable {
    private final List<SourceFile> files;
    private final LineRows rows;
    /** The first row of each sequence that has code, by address. */
    private final int[] sequences;

    /** The row that ends each of them. */
    private final int[] ends;

    LineTable(List<SourceFile> files, LineRows rows) {
        this.files = List.copyOf(files);
        this.rows = rows;
        this.sequences = sequences(rows);
        this.ends = new int[sequences.length];
        for (int i = 0; i < ends.length; i++) {
            int row = sequences[i];
            while (!isEndOfSequence(row)) {
                row++;
            }
            ends[i] = row;
        }
    }

    private static int[] sequences(LineRows rows) {
        List<Integer> starts = new ArrayList<>();
        int start = 0;
        for (int row = 0; row < rows.count(); row++) {
            if (rows.is(row, LineRows.END_OF_SEQUENCE)) {
                if (Long.compareUnsigned(rows.address(start), rows.address(row)) < 0) {
                    starts.add(start);
                }
                start = row + 1;
            }
        }
        starts.sort((one, other) -> Long.compareUnsigned(rows.address(one), rows.address(other)));
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** How many rows there are. */
    public int size() {
        return rows.count();
    }

    public FileAddress address(int row) {
        return new FileAddress(rows.address(row));
    }

    /** {@link SourceFile#path} is "" where the row names no file of the table. */
    public SourceFile file(int row) {
        int file = rows.file(row);
        return file >= 0 && file < files.size() ? files.get(file) : SourceFile.UNKNOWN;
    }

    /** The file with this number: of DW_AT_decl_file and DW_AT_call_file. */
    public Optional<SourceFile> fileNumbered(long number) {
        return number >= 0
                        && number < files.size()
                        && !files.get((int) number).path().isEmpty()
                ? Optional.of(files.get((int) number))
                : Optional.empty();
    }

    /** 0 for code that belongs to no line. */
    public int line(int row) {
        return rows.line(row);
    }

    /** Whether a breakpoint on the line may go there (is_stmt). */
    public boolean isStatement(int row) {
        return rows.is(row, LineRows.STATEMENT);
    }

    public boolean isPrologueEnd(int row) {
        return rows.is(row, LineRows.PROLOGUE_END);
    }

    public boolean isEpilogueBegin(int row) {
        return rows.is(row, LineRows.EPILOGUE_BEGIN);
    }

    /** Whether the row stands for no code but ends a sequence. */
    public boolean isEndOfSequence(int row) {
        return rows.is(row, LineRows.END_OF_SEQUENCE);
    }

    /** Those that the table lists, whether they have code or not; none is "". */
    public List<SourceFile> files() {
        return named(files);
    }

    static List<SourceFile> named(List<SourceFile> files) {
        List<SourceFile> named = new ArrayList<>(files.size());
        for (SourceFile file : files) {
            if (!file.path().isEmpty()) {
                named.add(file);
            }
        }
        return named;
    }

    /** The row that holds at the PC; of several for one address the last. */
    public OptionalInt rowAt(FileAddress pc) {
        int row = lastAtOrBefore(pc.value());
        return row < 0 || isEndOfSequence(row) ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /** -1 where no sequence begins at the address or before it. */
    private int lastAtOrBefore(long pc) {
        int next = Search.firstAbove(pc, 0, sequences.length, sequence -> rows.address(sequences[sequence]));
        return next == 0 ? -1 : firstAfter(next - 1, pc) - 1;
    }

    /** The first row of a sequence whose address is above the given one, or the row after the sequence. */
    private int firstAfter(int sequence, long address) {
        return Search.firstAbove(address, sequences[sequence], ends[sequence] + 1, rows::address);
    }

    /** The rows whose address lies in the range, in their order. */
    public int[] rowsIn(AddressRange range) {
        int[] found = new int[16];
        int count = 0;
        for (int sequence = 0; sequence < sequences.length; sequence++) {
            if (Long.compareUnsigned(
                            rows.address(sequences[sequence]), range.end().value())
                    >= 0) {
                break;
            }
            long first = range.start().value();
            int row = first == 0 ? sequences[sequence] : firstAfter(sequence, first - 1);
            for (; row < ends[sequence] && range.contains(address(row)); row++) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = row;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The first address in the range that is marked as prologue_end. */
    public Optional<FileAddress> prologueEnd(AddressRange range) {
        for (int row : rowsIn(range)) {
            if (isPrologueEnd(row)) {
                return Optional.of(address(row));
            }
        }
        return Optional.empty();
    }

    /**
     * Where runs of statements of the line begin, in ascending order.
     *
     * @param file a path, or the end of one that begins after a slash
     */
    public List<FileAddress> addressesOf(String file, int line) {
        boolean[] wanted = new boolean[files.size()];
        boolean any = false;
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = files.get(i).matches(file);
            any |= wanted[i];
        }
        List<FileAddress> found = new ArrayList<>();
        if (!any) {
            return found;
        }
        for (int start : sequences) {
            boolean inside = false;
            for (int row = start; !isEndOfSequence(row); row++) {
                int number = rows.file(row);
                boolean here = rows.line(row) == line && number >= 0 && number < wanted.length && wanted[number];
                if (here && isStatement(row) && !inside) {
                    found.add(address(row));
                }
                inside = here && (inside || isStatement(row));
            }
        }
        return found;
    }
}
