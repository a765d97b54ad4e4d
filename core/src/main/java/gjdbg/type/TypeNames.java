package gjdbg.type;

import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.DwTag;
import gjdbg.gosym.PackagePaths;
import java.util.Optional;
import java.util.OptionalLong;

/** Names of types: those of Go are recorded whole, those of C are put together from their parts. */
final class TypeNames {
    /** Of the entries in one name: types of functions may name each other over and over. */
    private static final int MOST_PARTS = 200;

    private int parts;

    private TypeNames() {}

    static String of(Die die) {
        return new TypeNames().of(die, 0);
    }

    /** The type of a function: {@code int (int, char *)}. */
    static String ofFunction(Die die) {
        return new TypeNames().function(die, 0);
    }

    private String of(Die die, int depth) {
        Optional<String> name = die.name();
        boolean c = !die.has(DwAt.GO_KIND) && !isGo(die);
        String prefix = c ? keyword(die.tag()) : "";
        if (name.isPresent()) {
            return c ? prefix.isEmpty() ? name.get() : prefix + " " + name.get() : PackagePaths.plain(name.get());
        }
        if (depth > TypeReader.MAX_HOPS || ++parts > MOST_PARTS) {
            return "…";
        }
        return switch (die.tag()) {
            case DwTag.POINTER_TYPE -> Declarators.pointerTo(inner(die, depth));
            case DwTag.REFERENCE_TYPE -> Declarators.pointerTo(inner(die, depth), "&");
            case DwTag.RVALUE_REFERENCE_TYPE -> Declarators.pointerTo(inner(die, depth), "&&");
            case DwTag.CONST_TYPE -> Declarators.qualified(inner(die, depth), "const");
            case DwTag.VOLATILE_TYPE -> Declarators.qualified(inner(die, depth), "volatile");
            case DwTag.RESTRICT_TYPE -> Declarators.qualified(inner(die, depth), "restrict");
            case DwTag.ATOMIC_TYPE -> Declarators.qualified(inner(die, depth), "_Atomic");
            case DwTag.SUBROUTINE_TYPE -> function(die, depth);
            case DwTag.ARRAY_TYPE -> Declarators.arrayOf(inner(die, depth), dimensions(die));
            default -> prefix.isEmpty() ? "?" : prefix + " {…}";
        };
    }

    private String inner(Die die, int depth) {
        return die.holder(DwAt.TYPE)
                .flatMap(holder -> holder.reference(DwAt.TYPE))
                .map(type -> of(type, depth + 1))
                .orElse("void");
    }

    private String function(Die die, int depth) {
        StringBuilder parameters = new StringBuilder("(");
        die.forEachChild(child -> {
            if (child.tag() == DwTag.FORMAL_PARAMETER || child.tag() == DwTag.UNSPECIFIED_PARAMETERS) {
                parameters.append(parameters.length() > 1 ? ", " : "");
                parameters.append(child.tag() == DwTag.FORMAL_PARAMETER ? inner(child, depth) : "...");
            }
            return parts < MOST_PARTS;
        });
        boolean none = parameters.length() == 1 && die.flag(DwAt.PROTOTYPED);
        return Declarators.function(inner(die, depth), parameters + (none ? "void)" : ")"));
    }

    private static String dimensions(Die die) {
        StringBuilder text = new StringBuilder();
        for (OptionalLong length : TypeReader.dimensions(die)) {
            text.append('[')
                    .append(length.isPresent() ? Long.toString(length.getAsLong()) : "")
                    .append(']');
        }
        return text.isEmpty() ? "[]" : text.toString();
    }

    private static boolean isGo(Die die) {
        return die.unit().root().number(DwAt.LANGUAGE).orElse(0) == TypeReader.LANGUAGE_GO;
    }

    private static String keyword(int tag) {
        return switch (tag) {
            case DwTag.STRUCTURE_TYPE -> "struct";
            case DwTag.UNION_TYPE -> "union";
            case DwTag.ENUMERATION_TYPE -> "enum";
            case DwTag.CLASS_TYPE -> "class";
            default -> "";
        };
    }
}
