package gjdbg.gosym;

import gjdbg.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Functions by name. A lookup compares the bytes of every name in place: a hundred thousand take a few milliseconds, less
 * than building an index would.
 */
final class FunctionNames {
    private final GoLineTable table;

    FunctionNames(GoLineTable table) {
        this.table = table;
    }

    List<GoFunction> named(String name) {
        NamePattern pattern = new NamePattern(name);
        Bytes bytes = table.bytes();
        long names = table.tables().names();
        List<GoFunction> found = new ArrayList<>();
        for (int i = 0; i < table.functionCount(); i++) {
            GoFunction function = table.function(i);
            if (pattern.matches(bytes, names + (function.nameOffset() & 0xffff_ffffL))) {
                found.add(function);
            }
        }
        return found;
    }

    List<GoFunction> matching(Predicate<String> name) {
        List<GoFunction> found = new ArrayList<>();
        for (int i = 0; i < table.functionCount(); i++) {
            GoFunction function = table.function(i);
            if (name.test(text(function.nameOffset()))) {
                found.add(function);
            }
        }
        return found;
    }

    List<String> all() {
        LinkedHashSet<String> found = new LinkedHashSet<>();
        if (table.layout().hasUnits()) {
            long at = table.tables().names();
            long end = table.tables().namesEnd();
            while (at < end && table.bytes().u8(at) != 0) {
                String name = table.bytes().cString(at);
                found.add(name);
                at += name.getBytes(StandardCharsets.UTF_8).length + 1L;
            }
        }
        for (int i = 0; found.isEmpty() && i < table.functionCount(); i++) {
            found.add(text(table.function(i).nameOffset()));
        }
        return new ArrayList<>(found);
    }

    private String text(int offset) {
        return table.bytes().cString(table.tables().names() + (offset & 0xffff_ffffL));
    }
}
