package gjdbg.dwarf.line;

import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** The line tables of one file, each decoded when it is first asked for. Safe for several threads. */
public final class LineTables {
    private final Map<Long, LineTable> decoded = new HashMap<>();

    /**
     * Empty where the unit has none.
     *
     * @throws gjdbg.error.MalformedFile when it does not follow the format
     */
    public synchronized Optional<LineTable> of(Unit unit) {
        OptionalLong offset = Objects.requireNonNull(unit).code().number(DwAt.STMT_LIST);
        if (offset.isEmpty()) {
            return Optional.empty();
        }
        LineTable table = decoded.get(offset.getAsLong());
        if (table == null) {
            LineHeader header = new LineHeader(unit, offset.getAsLong());
            LineRows rows = LineProgram.run(header);
            table = new LineTable(header.files(), rows);
            decoded.put(offset.getAsLong(), table);
        }
        return Optional.of(table);
    }

    /** The files that the unit's table lists, without decoding its rows. */
    public synchronized List<SourceFile> files(Unit unit) {
        OptionalLong offset = Objects.requireNonNull(unit).code().number(DwAt.STMT_LIST);
        if (offset.isEmpty()) {
            return List.of();
        }
        LineTable table = decoded.get(offset.getAsLong());
        return table != null ? table.files() : LineTable.named(new LineHeader(unit, offset.getAsLong()).files());
    }
}
