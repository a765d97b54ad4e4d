package gjdbg.repl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Imports at the prompt, whose names later lines know too: each line that imports is a module of its own. */
final class Imports {
    /** The names that an import binds: of a default, a namespace, and those in braces. */
    private static final Pattern IMPORT = Pattern.compile(
            "import\\s+(?:(\\w+)\\s*,?\\s*)?(?:\\*\\s*as\\s+(\\w+)\\s*|\\{([^}]*)}\\s*)?from\\b.*", Pattern.DOTALL);

    private Imports() {}

    static boolean begin(String code) {
        return code.startsWith("import ") || code.startsWith("import{");
    }

    /** The module that binds the names for all lines. */
    static String forAllLines(String code) {
        Matcher matcher = IMPORT.matcher(code);
        StringBuilder bound = new StringBuilder(code);
        if (matcher.matches()) {
            for (int group = 1; group <= 3; group++) {
                String names = matcher.group(group) == null ? "" : matcher.group(group);
                for (String name : names.split(",")) {
                    String local = name.strip().replaceFirst(".*\\sas\\s+", "");
                    if (!local.isEmpty()) {
                        bound.append("\n;globalThis.")
                                .append(local)
                                .append(" = ")
                                .append(local)
                                .append(';');
                    }
                }
            }
        }
        return bound.toString();
    }
}
