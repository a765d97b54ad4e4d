package gjdbg.value;

import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a field by Go's rule for selectors: the one at the shallowest depth of embedding, through pointers (The Go
 * Programming Language Specification, "Selectors"). Two of them at one depth are no field at all.
 */
public final class FieldSearch {
    private FieldSearch() {}

    static Optional<TypedValue> find(TypedValue value, String name) {
        TypedValue struct = value.type().kind() == TypeKind.POINTER ? pointee(value) : value;
        if (struct == null || !hasFields(struct.type())) {
            return Optional.empty();
        }
        for (Type.Field field : struct.type().fields()) {
            if (field.name().equals(name)) {
                return Optional.of(struct.part(field.type(), field.offset()));
            }
        }
        List<Type.Field> path = path(struct.type(), name);
        TypedValue at = struct;
        for (int i = 0; i < path.size(); i++) {
            if (i > 0 && at.type().kind() == TypeKind.POINTER) {
                at = pointee(at);
            }
            Type.Field field = path.get(i);
            at = at.part(field.type(), field.offset());
        }
        return path.isEmpty() ? Optional.empty() : Optional.of(at);
    }

    /** Whether there is such a field in values of that type, which are not read for it. */
    static boolean has(Type type, String name) {
        Type struct = structOf(type);
        if (!hasFields(struct)) {
            return false;
        }
        for (Type.Field field : struct.fields()) {
            if (field.name().equals(name)) {
                return true;
            }
        }
        return !path(struct, name).isEmpty();
    }

    /** The fields to go through, the one looked for last; none where there is no such field. */
    public static List<Type.Field> path(Type struct, String name) {
        List<List<Type.Field>> paths = paths(struct, name);
        return paths.size() == 1 ? paths.getFirst() : List.of();
    }

    /** Whether several of the embedded fields have one of that name, so that it has to be selected through one of them. */
    public static boolean isAmbiguous(Type type, String name) {
        return hasFields(structOf(type)) && paths(structOf(type), name).size() > 1;
    }

    /** All that are at the shallowest depth. */
    private static List<List<Type.Field>> paths(Type struct, String name) {
        List<List<Type.Field>> level = List.of(List.of());
        Set<Type> seen = new HashSet<>();
        while (!level.isEmpty()) {
            List<List<Type.Field>> found = new ArrayList<>();
            List<List<Type.Field>> next = new ArrayList<>();
            for (List<Type.Field> path : level) {
                Type type = path.isEmpty() ? struct : structOf(path.getLast().type());
                if (!path.isEmpty() && !seen.add(type)) {
                    continue;
                }
                for (Type.Field field : type.fields()) {
                    if (field.name().equals(name)) {
                        found.add(append(path, field));
                    } else if (field.embedded() && hasFields(structOf(field.type()))) {
                        next.add(append(path, field));
                    }
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
            level = next;
        }
        return List.of();
    }

    private static List<Type.Field> append(List<Type.Field> path, Type.Field field) {
        List<Type.Field> longer = new ArrayList<>(path.size() + 1);
        longer.addAll(path);
        longer.add(field);
        return longer;
    }

    private static Type structOf(Type type) {
        return type.kind() == TypeKind.POINTER ? type.element().orElse(type) : type;
    }

    private static boolean hasFields(Type type) {
        return type.kind() == TypeKind.STRUCT || type.kind() == TypeKind.UNION;
    }

    /** What a pointer points at, as a value that may turn out unreadable; null where its type is not known. */
    private static TypedValue pointee(TypedValue pointer) {
        Optional<Type> element = pointer.type().element();
        if (element.isEmpty()) {
            return null;
        }
        return pointer.dereferenced(element.get());
    }
}
