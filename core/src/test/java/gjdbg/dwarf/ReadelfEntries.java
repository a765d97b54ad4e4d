package gjdbg.dwarf;

import gjdbg.built.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The entries of a file as readelf(1) decodes them. */
final class ReadelfEntries {
    /** @param type the offset of its type's entry; this and the others are 0 or "" where the entry has no such attribute */
    record Entry(int depth, long offset, String name, long low, long high, long type) {}

    private final List<Entry> entries = new ArrayList<>();
    private int depth = -1;
    private long offset;
    private String name = "";
    private long low;
    private long high;
    private boolean highIsAddress;
    private long type;

    private ReadelfEntries() {}

    static List<Entry> of(Path file) {
        ReadelfEntries reader = new ReadelfEntries();
        Command.lines(reader::line, "readelf", "-W", "--debug-dump=info", file.toString());
        reader.finish();
        return reader.entries;
    }

    private void line(String line) {
        if (line.startsWith(" <")) {
            finish();
            if (!line.endsWith("Abbrev Number: 0")) {
                int end = line.indexOf('>');
                depth = Integer.parseInt(line.substring(2, end));
                offset = Long.parseLong(line.substring(end + 2, line.indexOf('>', end + 1)), 16);
            }
        } else if (line.startsWith("    <") && depth >= 0) {
            attribute(line.substring(line.indexOf('>') + 1).trim());
        }
    }

    private void attribute(String text) {
        if (text.startsWith("DW_AT_name ")) {
            name = value(text);
        } else if (text.startsWith("DW_AT_low_pc ")) {
            low = Long.decode(value(text));
        } else if (text.startsWith("DW_AT_high_pc ")) {
            high = Long.decode(value(text));
            highIsAddress = text.contains("(addr");
        } else if (text.startsWith("DW_AT_type ")) {
            // references of eight bytes are shown without brackets and count from the unit, which is the first one here
            type = Long.decode(value(text).split("[<>, ]+", 3)[value(text).startsWith("<") ? 1 : 0]);
        }
    }

    /** What follows "(form)", or "(form) (offset: 0x1):" where it is elsewhere. */
    private static String value(String text) {
        String value = text.substring(text.indexOf(": (") + 3);
        value = value.substring(value.indexOf(')') + 2);
        if (value.startsWith("(offset: ") || value.startsWith("(index: ") || value.startsWith("(indirect")) {
            value = value.substring(value.indexOf("): ") + 3);
        }
        return value.stripTrailing();
    }

    private void finish() {
        if (depth >= 0) {
            entries.add(new Entry(depth, offset, name, low, highIsAddress || high == 0 ? high : low + high, type));
        }
        depth = -1;
        name = "";
        low = 0;
        high = 0;
        highIsAddress = false;
        type = 0;
    }
}
