package gjdbg.expr;

import gjdbg.error.BadRequest;
import gjdbg.error.Unavailable;
import gjdbg.gosym.PackagePaths;
import gjdbg.value.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Packages that an expression names by their paths without quotes: {@code example.com/mod/pkg.Var}. By Go's syntax that is a
 * division, and stays one where its first operand is a variable or constant in scope.
 */
final class UnquotedPaths {
    private static final Pattern SLASH = Pattern.compile("[\\p{L}\\p{N}_~+-]/[\\p{L}\\p{N}_]");
    /** As golang.org/x/mod/module, CheckImportPath, has them, and the linker's escapes. */
    private static final Pattern PATH = Pattern.compile("[\\p{L}\\p{N}_.~+%/-]{0,300}");

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private final Variables variables;
    private final List<Integer> ends = new ArrayList<>();
    private Set<String> packages;

    UnquotedPaths(Variables variables) {
        this.variables = variables;
    }

    /** Whether it is worth to look for some. */
    static boolean mayBeIn(String text) {
        return SLASH.matcher(text).find();
    }

    /** Whether it would be right with paths in it: a part of one may begin with a digit. */
    static boolean mayMend(String text) {
        if (!mayBeIn(text)) {
            return false;
        }
        try {
            Parser.parse(Lexer.tokens(text, (all, start) -> longest(all, start, before -> true)));
            return true;
        } catch (BadRequest e) {
            return false;
        }
    }

    /** Where those found so far end in the text. */
    List<Integer> ends() {
        return ends;
    }

    /** The end of the longest path of a package of the program that begins there and has a member behind it; else the start. */
    int endAt(String text, int start) {
        int end = longest(text, start, before -> isPackage(PackagePaths.plain(before)));
        if (end == start || isInScope(text, start)) {
            return start;
        }
        ends.add(end);
        return end;
    }

    private static int longest(String text, int start, Predicate<String> isPackage) {
        Matcher path = PATH.matcher(text).region(start, text.length());
        int end = path.lookingAt() ? path.end() : start;
        int longest = start;
        for (int dot = text.indexOf('.', start); dot >= 0 && dot < end; dot = text.indexOf('.', dot + 1)) {
            boolean member = dot + 1 < text.length() && isLetter(text.codePointAt(dot + 1));
            String before = text.substring(start, dot);
            if (member && before.indexOf('/') >= 0 && isPackage.test(before)) {
                longest = dot;
            }
        }
        return longest;
    }

    private static boolean isLetter(int c) {
        return c == '_' || Character.isLetter(c);
    }

    private boolean isPackage(String path) {
        if (packages == null) {
            try {
                packages = variables.scope().packages();
            } catch (Unavailable e) {
                // what the expression needs of the debug information says so itself
                packages = Set.of();
            }
        }
        return packages.contains(path);
    }

    private boolean isInScope(String text, int start) {
        Matcher name = NAME.matcher(text).region(start, text.length());
        return name.lookingAt()
                && (variables.find(name.group()).isPresent()
                        || variables.scope().constant(name.group()).isPresent());
    }
}
