package gjdbg.dwarf.line;

import gjdbg.built.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rows of all line tables of a file as readelf(1) decodes them. */
final class ReadelfRows {
    /** @param line 0 for the end of a sequence, whose line readelf does not show */
    record Row(long address, String file, int line, boolean statement, boolean end) {}

    private ReadelfRows() {}

    static List<Row> of(Path file) {
        List<Row> rows = new ArrayList<>();
        Command.lines(
                text -> {
                    int address = text.lastIndexOf(" 0x");
                    if (address >= 0) {
                        rows.add(row(text, address));
                    }
                },
                "readelf",
                "-W",
                "--debug-dump=decodedline",
                file.toString());
        return rows;
    }

    private static Row row(String text, int address) {
        String[] after = text.substring(address + 3).trim().split(" +");
        String before = text.substring(0, address).trim();
        int space = before.lastIndexOf(' ');
        String line = before.substring(space + 1);
        boolean end = line.equals("-");
        return new Row(
                Long.parseUnsignedLong(after[0], 16),
                before.substring(0, space).trim(),
                end ? 0 : Integer.parseUnsignedInt(line),
                !end && after[after.length - 1].equals("x"),
                end);
    }
}
