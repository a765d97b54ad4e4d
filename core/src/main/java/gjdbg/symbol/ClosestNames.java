package gjdbg.symbol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Finds the names that a user most likely meant. */
public final class ClosestNames {
    private static final int MOST = 5;
    private static final int FAR = 1000;

    private record Scored(int score, String name) {}

    private final String wanted;
    private final boolean qualified;
    private final int reach;
    private final TreeSet<Scored> best = new TreeSet<>(Comparator.comparingInt(Scored::score)
            .thenComparingInt(s -> s.name().length())
            .thenComparing(Scored::name));

    public ClosestNames(String wanted) {
        this.wanted = wanted;
        this.qualified = wanted.indexOf('.') >= 0;
        this.reach = Math.max(1, Math.min(4, wanted.length() / 3));
    }

    public void offer(String name) {
        int score = score(name);
        if (score < FAR) {
            best.add(new Scored(score, name));
            if (best.size() > MOST) {
                best.pollLast();
            }
        }
    }

    /** Best first. */
    public List<String> best() {
        List<String> names = new ArrayList<>();
        best.forEach(scored -> names.add(scored.name));
        return names;
    }

    /** The smaller the closer. The user's own package goes before others at the same distance. */
    private int score(String name) {
        String shown = name.indexOf('[') >= 0 ? PrintedNames.forPrint(name) : name;
        int elsewhere = shown.startsWith("main.") ? 0 : 5;
        if (endsWithPart(shown)) {
            return 1 + elsewhere;
        }
        if (shown.equalsIgnoreCase(wanted)) {
            return elsewhere;
        }
        int distance = distance(shown);
        if (distance <= reach) {
            return 10 * distance + elsewhere;
        }
        String last = PrintedNames.withoutDirectories(shown);
        distance = Math.min(distance, last.length() == shown.length() ? FAR : distance(last));
        if (!qualified) {
            distance = Math.min(distance, distance(PrintedNames.withoutPackage(shown)));
            distance = Math.min(distance, distance(PrintedNames.base(shown)));
        }
        if (distance <= reach) {
            return 10 * distance + 2 + elsewhere;
        }
        return wanted.length() > 3 && shown.contains(wanted) ? 60 + elsewhere : FAR;
    }

    /** Whether the name ends with the wanted one, from a dot or a slash on, whatever the case of letters. */
    private boolean endsWithPart(String name) {
        int from = name.length() - wanted.length();
        return from > 0
                && (name.charAt(from - 1) == '.' || name.charAt(from - 1) == '/')
                && name.regionMatches(true, from, wanted, 0, wanted.length());
    }

    /**
     * The number of letters to insert, delete, change or swap with a neighbour (optimal string alignment); {@link #FAR} where
     * it is more than the reach.
     */
    private int distance(String name) {
        if (Math.abs(name.length() - wanted.length()) > reach || name.isEmpty()) {
            return FAR;
        }
        int[] before = new int[name.length() + 1];
        int[] previous = new int[name.length() + 1];
        int[] current = new int[name.length() + 1];
        for (int j = 0; j <= name.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= wanted.length(); i++) {
            current[0] = i;
            int least = i;
            for (int j = 1; j <= name.length(); j++) {
                boolean same = wanted.charAt(i - 1) == name.charAt(j - 1);
                int value = Math.min(Math.min(previous[j], current[j - 1]) + 1, previous[j - 1] + (same ? 0 : 1));
                boolean swapped = i > 1
                        && j > 1
                        && wanted.charAt(i - 1) == name.charAt(j - 2)
                        && wanted.charAt(i - 2) == name.charAt(j - 1);
                current[j] = swapped ? Math.min(value, before[j - 2] + 1) : value;
                least = Math.min(least, current[j]);
            }
            if (least > reach) {
                return FAR;
            }
            int[] reused = before;
            before = previous;
            previous = current;
            current = reused;
        }
        return previous[name.length()] <= reach ? previous[name.length()] : FAR;
    }
}
