package gjdbg.dwarf.line;

import gjdbg.bytes.Cursor;
import gjdbg.dwarf.DwForm;
import gjdbg.dwarf.Unit;
import java.util.ArrayList;
import java.util.List;

/** Tables of directories and files whose layout the header itself describes (DWARF 5, section 6.2.4.1). */
final class EntryReader {
    static final int MOST_ENTRIES = 1 << 20;

    private static final int PATH = 1;
    private static final int DIRECTORY_INDEX = 2;

    /** @param directory 0 where the table gives none */
    record Entry(String path, long directory) {}

    private final Cursor at;
    private final Unit unit;
    private final int offsetSize;
    private final NameBudget budget;

    EntryReader(Cursor at, Unit unit, int offsetSize, NameBudget budget) {
        this.at = at;
        this.unit = unit;
        this.offsetSize = offsetSize;
        this.budget = budget;
    }

    List<Entry> read() {
        int fields = at.u8();
        int[] contents = new int[fields];
        int[] forms = new int[fields];
        for (int i = 0; i < fields; i++) {
            contents[i] = code();
            forms[i] = code();
        }
        long count = at.uleb();
        if (count < 0 || count > MOST_ENTRIES || count > 0 && fields == 0) {
            throw at.malformed("a table of " + Long.toUnsignedString(count) + " entries of " + fields + " fields");
        }
        List<Entry> entries = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            String path = "";
            long directory = 0;
            for (int field = 0; field < fields; field++) {
                switch (contents[field]) {
                    case PATH -> path = string(forms[field]);
                    case DIRECTORY_INDEX -> directory = number(forms[field]);
                    default -> skip(forms[field]);
                }
            }
            entries.add(new Entry(path, directory));
        }
        return entries;
    }

    private int code() {
        long code = at.uleb();
        if (code < 0 || code > 0xffff) {
            throw at.malformed("a code of more than 16 bits");
        }
        return (int) code;
    }

    private String string(int form) {
        return budget.spend(
                at,
                switch (form) {
                    case DwForm.STRING -> at.cString();
                    case DwForm.LINE_STRP ->
                        unit.code().unit().dwarf().section("line_str").cString(at.unsigned(offsetSize));
                    case DwForm.STRP ->
                        unit.code().unit().dwarf().section("str").cString(at.unsigned(offsetSize));
                    default -> {
                        skip(form);
                        yield "";
                    }
                });
    }

    private long number(int form) {
        return switch (form) {
            case DwForm.UDATA -> at.uleb();
            case DwForm.DATA1 -> at.u8();
            case DwForm.DATA2 -> at.u16();
            case DwForm.DATA4 -> at.u32();
            case DwForm.DATA8 -> at.u64();
            default -> {
                skip(form);
                yield 0;
            }
        };
    }

    private void skip(int form) {
        switch (form) {
            case DwForm.STRING -> at.skipString();
            case DwForm.LINE_STRP, DwForm.STRP, DwForm.STRP_SUP, DwForm.SEC_OFFSET -> at.skip(offsetSize);
            case DwForm.UDATA, DwForm.SDATA, DwForm.STRX -> at.uleb();
            case DwForm.DATA1, DwForm.FLAG, DwForm.STRX1 -> at.skip(1);
            case DwForm.DATA2, DwForm.STRX2 -> at.skip(2);
            case DwForm.STRX3 -> at.skip(3);
            case DwForm.DATA4, DwForm.STRX4 -> at.skip(4);
            case DwForm.DATA8 -> at.skip(8);
            case DwForm.DATA16 -> at.skip(16);
            case DwForm.BLOCK1 -> at.take(at.u8());
            case DwForm.BLOCK2 -> at.take(at.u16());
            case DwForm.BLOCK4 -> at.take(at.u32());
            case DwForm.BLOCK -> at.take(at.uleb());
            default -> throw at.malformed("a form 0x" + Integer.toHexString(form) + " in a table of files");
        }
    }
}
