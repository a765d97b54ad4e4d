package gjdbg.value;

import gjdbg.type.DebugNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Full names by what a source file calls them: {@code http.Client} for {@code net/http.Client}, {@code yaml.Node} for {@code
 * gopkg.in/yaml.v3.Node}. Made when first asked for.
 */
final class ShortNames {
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

    /** Of packages with the same last part the first one counts; the others go by their full names. */
    private Map<String, String> shortened(Map<String, Long> full) {
        Map<String, String> packages = names.packages();
        Map<String, String> found = new HashMap<>();
        for (String name : full.keySet()) {
            if (name.indexOf('/') > 0 && Character.isLetter(name.charAt(0))) {
                found.putIfAbsent(PackageNames.shortened(name), name);
                String path = PackageNames.of(name);
                String packageName = packages.get(path);
                if (packageName != null) {
                    found.putIfAbsent(packageName + name.substring(path.length()), name);
                }
            }
        }
        return found;
    }
}
