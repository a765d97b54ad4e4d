package gjdbg.script;

import gjdbg.script.bind.Printers;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;

/** Shows JavaScript values as people want to read them: console.log and gjdbg.format. */
final class Inspector implements Printers {
    private static final int DEEPEST = 3;
    private static final int MOST_ITEMS = 100;

    @Override
    public String format(Value value) {
        return value.isString() ? value.asString() : inspect(value, 0);
    }

    private String inspect(Value value, int depth) {
        if (value.isNull()) {
            return value.toString();
        }
        if (value.isString()) {
            return "'"
                    + value.asString().replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
        }
        if (value.isProxyObject()) {
            return value.asProxyObject().toString().startsWith(plain(value))
                    ? members(value, depth)
                    : value.asProxyObject().toString();
        }
        if (value.isException()) {
            Value stack = value.getMember("stack");
            return stack != null && stack.isString() ? stack.asString() : value.toString();
        }
        if (value.canExecute()) {
            Value name = value.getMember("name");
            return "[Function: " + (name == null || !name.isString() ? "anonymous" : name.asString()) + "]";
        }
        if (value.hasArrayElements()) {
            return elements(value, depth);
        }
        if (value.hasHashEntries() || value.hasIterator() && !value.hasMembers()) {
            return items(value, depth);
        }
        if (value.fitsInBigInteger() && value.isNumber() && isBigInt(value)) {
            return value + "n";
        }
        return value.hasMembers() && !value.isNumber() && !value.isBoolean() ? members(value, depth) : value.toString();
    }

    /** How a proxy without a text of its own begins: class name and hash. */
    private static String plain(Value value) {
        return value.asProxyObject().getClass().getName() + "@";
    }

    private static boolean isBigInt(Value value) {
        Value type = value.getMetaObject();
        return type != null && type.getMetaSimpleName().equals("bigint");
    }

    private String elements(Value value, int depth) {
        long size = value.getArraySize();
        if (depth >= DEEPEST) {
            return "[Array(" + size + ")]";
        }
        List<String> parts = new ArrayList<>();
        for (long i = 0; i < Math.min(size, MOST_ITEMS); i++) {
            parts.add(inspect(value.getArrayElement(i), depth + 1));
        }
        return joined("[", parts, size - parts.size(), "]");
    }

    private String items(Value value, int depth) {
        if (depth >= DEEPEST) {
            return "[…]";
        }
        List<String> parts = new ArrayList<>();
        Value iterator = value.hasHashEntries() ? value.getHashEntriesIterator() : value.getIterator();
        while (iterator.hasIteratorNextElement() && parts.size() < MOST_ITEMS) {
            Value next = iterator.getIteratorNextElement();
            parts.add(
                    value.hasHashEntries()
                            ? inspect(next.getArrayElement(0), depth + 1) + " => "
                                    + inspect(next.getArrayElement(1), depth + 1)
                            : inspect(next, depth + 1));
        }
        return joined(value.hasHashEntries() ? "Map {" : "{", parts, iterator.hasIteratorNextElement() ? 1 : 0, "}");
    }

    private String members(Value value, int depth) {
        if (depth >= DEEPEST) {
            return "[Object]";
        }
        List<String> parts = new ArrayList<>();
        long left = 0;
        for (String key : value.getMemberKeys()) {
            if (parts.size() == MOST_ITEMS) {
                left++;
            } else {
                parts.add(key + ": " + inspect(value.getMember(key), depth + 1));
            }
        }
        return joined("{", parts, left, "}");
    }

    private static String joined(String open, List<String> parts, long left, String close) {
        if (parts.isEmpty()) {
            return open + close;
        }
        String more = left > 0 ? ", … " + left + " more" : "";
        return open + " " + String.join(", ", parts) + more + " " + close;
    }
}
