package gjdbg.type;

import java.util.ArrayList;
import java.util.List;

/** Paths of Go's packages: {@code gopkg.in/yaml.v3}. The linker's names have dots in the last part escaped. */
public final class PackagePaths {
    private static final int MOST_DOTS = 4;

    private PackagePaths() {}

    public static String escaped(String path) {
        int last = path.lastIndexOf('/') + 1;
        return path.substring(0, last) + path.substring(last).replace(".", "%2e");
    }

    /**
     * What a full name may be in the linker's names, as which dots are the path's own does not show: {@code
     * gopkg.in/yaml%2ev3.Node} of {@code gopkg.in/yaml.v3.Node}.
     */
    public static List<String> escapings(String fullName) {
        List<String> found = new ArrayList<>();
        int last = fullName.lastIndexOf('/') + 1;
        int dot = fullName.indexOf('.', last);
        int next = fullName.indexOf('.', dot + 1);
        while (dot >= 0 && next >= 0 && found.size() < MOST_DOTS) {
            found.add(escaped(fullName.substring(0, next)) + fullName.substring(next));
            next = fullName.indexOf('.', next + 1);
        }
        return found;
    }

    static String plain(String escaped) {
        return escaped.replace("%2e", ".");
    }

    static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
