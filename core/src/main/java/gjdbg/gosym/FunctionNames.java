package gjdbg.gosym;

import gjdbg.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Functions by name. A lookup compares the bytes of every name in place: a hundred thousand take a few milliseconds, less
 * than building an index would.
 */
final class FunctionNames {
    private static final int MOST_BYTES = 1 << 26;

    private final GoLineTable table;

    FunctionNames(GoLineTable table) {
        this.table = table;
    }

    List<GoFunction> named(String name) {
        NamePattern pattern = new NamePattern(name);
        Bytes bytes = table.bytes();
        long names = table.tables().names();
        FunctionTable functions = table.functionTable();
        List<GoFunction> found = new ArrayList<>();
        for (int i = 0; i < functions.count(); i++) {
            if (pattern.matches(bytes, names + functions.nameOffset(i))) {
                found.add(table.function(i));
            }
        }
        return found;
    }

    List<GoFunction> matching(Predicate<String> name) {
        FunctionTable functions = table.functionTable();
        List<GoFunction> found = new ArrayList<>();
        for (int i = 0; i < functions.count(); i++) {
            if (name.test(text(functions.nameOffset(i)))) {
                found.add(table.function(i));
            }
        }
        return found;
    }

    void each(Consumer<String> to) {
        if (!table.layout().hasUnits()) {
            FunctionTable functions = table.functionTable();
            for (int i = 0; i < functions.count(); i++) {
                to.accept(text(functions.nameOffset(i)));
            }
            return;
        }
        long start = table.tables().names();
        // copied at once: a call for each byte would take longer than all the rest
        byte[] names = table.bytes().array(start, Math.min(table.tables().namesEnd() - start, MOST_BYTES));
        int from = 0;
        for (int at = 0; at < names.length; at++) {
            if (names[at] == 0) {
                if (at > from) {
                    to.accept(PackagePaths.plain(new String(names, from, at - from, StandardCharsets.UTF_8)));
                }
                from = at + 1;
            }
        }
    }

    private String text(long offset) {
        return PackagePaths.plain(table.bytes().cString(table.tables().names() + offset));
    }
}
