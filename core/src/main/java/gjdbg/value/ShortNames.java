package gjdbg.value;

import gjdbg.error.BadRequest;
import gjdbg.gosym.PackagePaths;
import gjdbg.type.DebugNames;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Full names by what a source file calls them: {@code http.Client} for {@code net/http.Client}, {@code yaml.Node} for {@code
 * gopkg.in/yaml.v3.Node}. Made when first asked for.
 */
final class ShortNames {
    private static final int MOST_DOTS = 4;

    private final DebugNames names;
    private Map<String, Set<String>> types;
    private Map<String, Set<String>> variables;
    private Map<String, Set<String>> constants;

    ShortNames(DebugNames names) {
        this.names = names;
    }

    /** @throws BadRequest where several packages have one */
    synchronized Optional<String> type(String name) {
        if (types == null) {
            types = shortened(names.types());
        }
        return only(name, types.getOrDefault(name, Set.of()));
    }

    /** @throws BadRequest where several packages have one */
    synchronized Optional<String> variable(String name) {
        if (variables == null) {
            variables = shortened(names.variables());
        }
        return only(name, variables.getOrDefault(name, Set.of()));
    }

    /** @throws BadRequest where several packages have one */
    synchronized Optional<String> constant(String name) {
        if (constants == null) {
            constants = shortened(names.constants());
        }
        return only(name, constants.getOrDefault(name, Set.of()));
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

    /** Which of them a source file imports is not recorded; those that none of the program's can import do not count. */
    private static Optional<String> only(String name, Set<String> full) {
        List<String> open = full.stream().filter(each -> !isInternal(each)).toList();
        if (open.size() > 1) {
            String first = open.getFirst();
            int dot = PackagePaths.memberDot(first);
            throw new BadRequest(name + " is in several packages: " + String.join(", ", open)
                    + "; name the one, as in \"" + first.substring(0, dot) + "\"" + first.substring(dot));
        }
        return open.isEmpty() ? full.stream().findFirst() : Optional.of(open.getFirst());
    }

    private static boolean isInternal(String name) {
        return name.startsWith("internal/") || name.startsWith("vendor/") || name.startsWith("runtime/internal/");
    }

    private Map<String, Set<String>> shortened(Map<String, Long> full) {
        Map<String, String> packages = names.packages();
        Map<String, Set<String>> found = new HashMap<>();
        for (String name : full.keySet()) {
            if (name.indexOf('/') > 0 && Character.isLetter(name.charAt(0))) {
                String path = name.substring(0, Math.max(0, PackagePaths.memberDot(name)));
                add(found, name.substring(path.lastIndexOf('/') + 1), name);
                String packageName = packages.get(path);
                if (packageName != null) {
                    add(found, packageName + name.substring(path.length()), name);
                }
            }
        }
        return found;
    }

    private static void add(Map<String, Set<String>> found, String shortName, String name) {
        found.merge(shortName, Set.of(name), (some, more) -> {
            Set<String> all = new LinkedHashSet<>(some);
            all.addAll(more);
            return all;
        });
    }
}
