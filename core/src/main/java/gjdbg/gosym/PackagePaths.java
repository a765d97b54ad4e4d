package gjdbg.gosym;

import java.util.ArrayList;
import java.util.List;

/**
 * Full names of Go, as its programmers write them: {@code gopkg.in/yaml.v3.Node}. The linker escapes dots in the last part
 * of a package's path, {@code gopkg.in/yaml%2ev3.Node} (cmd/internal/objabi, PathToPrefix). Names lose that where they are
 * read from a file, so all that comes after knows one spelling.
 */
public final class PackagePaths {
    private static final String DOT = "%2e";
    private static final int MOST_DOTS = 4;

    private PackagePaths() {}

    /** Of a name in the linker's spelling or in plain. */
    public static String plain(String name) {
        return name.indexOf('%') < 0 ? name : name.replace(DOT, ".");
    }

    /** What a plain name may be in the linker's spelling, as which dots are the path's own does not show. */
    public static List<String> escapings(String fullName) {
        List<String> found = new ArrayList<>();
        int last = fullName.lastIndexOf('/') + 1;
        int dot = fullName.indexOf('.', last);
        int next = fullName.indexOf('.', dot + 1);
        while (dot >= 0 && next >= 0 && found.size() < MOST_DOTS) {
            String part = fullName.substring(last, next);
            found.add(fullName.substring(0, last) + part.replace(".", DOT) + fullName.substring(next));
            next = fullName.indexOf('.', next + 1);
        }
        return found;
    }

    /**
     * The index of the dot before the name of a type, variable or constant in its package: the last one, but for those of
     * type arguments. Names of functions have more dots: {@code main.Point.String}. -1 where there is none.
     */
    public static int memberDot(String fullName) {
        int arguments = fullName.indexOf('[');
        int end = arguments < 0 ? fullName.length() : arguments;
        int dot = fullName.lastIndexOf('.', end - 1);
        return dot < fullName.lastIndexOf('/', end - 1) ? -1 : dot;
    }

    /** The last part of a path. */
    public static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
