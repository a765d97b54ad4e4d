package gjdbg.type;

/**
 * Names of C's types derived from others (C11, section 6.7.7): what a name says goes around the place where a declaration
 * would have the identifier, as in {@code int (*)[3]} between the star and the parenthesis.
 */
public final class Declarators {
    private static final String[] QUALIFIERS = {"const", "volatile", "restrict", "_Atomic"};

    private Declarators() {}

    /** {@code int *} of {@code int}, {@code int (*)[3]} of {@code int [3]}. */
    public static String pointerTo(String name) {
        return pointerTo(name, "*");
    }

    /** @param sign {@code *} of a pointer, {@code &} of a reference of C++'s */
    static String pointerTo(String name, String sign) {
        int at = place(name);
        boolean derived = at < name.length() && (name.charAt(at) == '[' || name.charAt(at) == '(');
        return insert(name, at, derived ? "(" + sign + ")" : sign);
    }

    /** @param dimensions {@code [2][3]} */
    static String arrayOf(String name, String dimensions) {
        return insert(name, place(name), dimensions);
    }

    public static String arrayOf(String name, long count) {
        return arrayOf(name, "[" + count + "]");
    }

    /** @param parameters {@code (int, char *)} */
    public static String function(String result, String parameters) {
        return insert(result, place(result), parameters);
    }

    /** Behind the star of a pointer, else in front; an array is as qualified as its elements. */
    static String qualified(String name, String qualifier) {
        int end = name.substring(0, place(name)).stripTrailing().length();
        int star = starBefore(name, end);
        if (star < 0) {
            return name.startsWith(qualifier + " ") ? name : qualifier + " " + name;
        }
        if (name.substring(star, end).contains(qualifier)) {
            return name;
        }
        return insert(name, end, qualifier);
    }

    /** The last star before the place, with nothing but qualifiers between; -1 where there is none. */
    private static int starBefore(String name, int end) {
        int at = end;
        while (true) {
            int before = at;
            for (String qualifier : QUALIFIERS) {
                if (name.substring(0, at).endsWith(qualifier)) {
                    at = name.substring(0, at - qualifier.length())
                            .stripTrailing()
                            .length();
                }
            }
            if (at == before) {
                return at > 0 && name.charAt(at - 1) == '*' ? at - 1 : -1;
            }
        }
    }

    /** Where the identifier of a declaration would stand. */
    private static int place(String name) {
        int depth = 0;
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            // the arguments of a template of C++'s
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (depth > 0) {
                continue;
            }
            if (c == '[') {
                return at;
            }
            if (c == '(' && at + 1 < name.length() && "*&".indexOf(name.charAt(at + 1)) >= 0) {
                at = behindStars(name, at + 1);
                if (!(name.startsWith("(*", at) || name.startsWith("(&", at))) {
                    return at;
                }
                at--;
            } else if (c == '(' && at > 0) {
                return at;
            }
        }
        return name.length();
    }

    private static int behindStars(String name, int from) {
        int at = from;
        while (at < name.length() && ("*& ".indexOf(name.charAt(at)) >= 0 || Character.isLetter(name.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static String insert(String name, int at, String text) {
        boolean joins =
                at == 0 || "*&( ".indexOf(name.charAt(at - 1)) >= 0 || text.startsWith("[") && at < name.length();
        boolean word = Character.isLetter(text.charAt(0));
        String gap = joins || word && name.charAt(at - 1) == '*' ? "" : " ";
        boolean needsGapAfter = word && at < name.length() && Character.isLetter(name.charAt(at));
        return name.substring(0, at) + gap + text + (needsGapAfter ? " " : "") + name.substring(at);
    }
}
