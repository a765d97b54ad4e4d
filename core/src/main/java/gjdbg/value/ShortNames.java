package gjdbg.value;

import gjdbg.gosym.PackagePaths;
import gjdbg.type.DebugNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Full names by what a source file calls them: {@code http.Client} for {@code net/http.Client}, {@code yaml.Node} for {@code
 * gopkg.in/yaml.v3.Node}. Made when first asked for.
 */
final class ShortNames {
    private static final int MOST_DOTS = 4;

    private final DebugNames names;
    private Map<String, String> types;
    private Map<String, String> variables;
    private Map<String, String> constants;

    ShortNames(DebugNames names) {
        this.names = names;
    }

    synchronized Optional<String> type(String name) {
        if (types == null) {
            types = shortened(names.types());
        }
        return Optional.ofNullable(types.get(name));
    }

    synchronized Optional<String> variable(String name) {
        if (variables == null) {
            variables = shortened(names.variables());
        }
        return Optional.ofNullable(variables.get(name));
    }

    synchronized Optional<String> constant(String name) {
        if (constants == null) {
            constants = shortened(names.constants());
        }
        return Optional.ofNullable(constants.get(name));
    }

    /**
     * The package in a function's full name, "" where it has none: {@code gopkg.in/yaml.v3} of {@code
     * gopkg.in/yaml.v3.(*Node).Decode}, as a package that has dots in its last part has another name.
     */
    String packageOf(String function) {
        String path = PackageNames.of(function);
        int next = function.indexOf('.', path.length() + 1);
        int slash = path.lastIndexOf('/');
        if (slash < 0 || next < 0) {
            return path;
        }
        Map<String, String> packages = names.packages();
        for (int dots = 1; next >= 0 && dots < MOST_DOTS; dots++) {
            if (packages.containsKey(function.substring(0, next))) {
                path = function.substring(0, next);
            }
            next = function.indexOf('.', next + 1);
        }
        return path;
    }

    /** Of packages with the same last part the first one counts; the others go by their full names. */
    private Map<String, String> shortened(Map<String, Long> full) {
        Map<String, String> packages = names.packages();
        Map<String, String> found = new HashMap<>();
        for (String name : full.keySet()) {
            if (name.indexOf('/') > 0 && Character.isLetter(name.charAt(0))) {
                String path = name.substring(0, Math.max(0, PackagePaths.memberDot(name)));
                found.putIfAbsent(name.substring(path.lastIndexOf('/') + 1), name);
                String packageName = packages.get(path);
                if (packageName != null) {
                    found.putIfAbsent(packageName + name.substring(path.length()), name);
                }
            }
        }
        return found;
    }
}
