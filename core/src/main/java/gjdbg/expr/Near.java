package gjdbg.expr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Names that differ in little: in case, by what is missing at an end, by a letter or two, by two letters swapped. */
final class Near {
    private static final int MOST = 5;

    private Near() {}

    static List<String> of(String name, Collection<String> names) {
        List<String> near = new ArrayList<>();
        for (String other : names) {
            boolean alike = other.equalsIgnoreCase(name)
                    || other.length() > 2
                            && name.length() > 2
                            && (other.startsWith(name) || name.startsWith(other) || differInLittle(other, name));
            if (alike && near.size() < MOST && !near.contains(other)) {
                near.add(other);
            }
        }
        return near;
    }

    /** Whether all that differs is a stretch of two letters at most, and more is the same. */
    private static boolean differInLittle(String a, String b) {
        int head = 0;
        int most = Math.min(a.length(), b.length());
        while (head < most && a.charAt(head) == b.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        int rest = Math.max(a.length(), b.length()) - head - tail;
        return rest <= 2 && rest <= head + tail;
    }
}
