package gjdbg.type;

import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.DwTag;
import java.util.Optional;
import java.util.OptionalLong;

/** Names of types: those of Go are recorded whole, those of C are put together from their parts. */
final class TypeNames {
    private TypeNames() {}

    static String of(Die die) {
        return of(die, 0);
    }

    private static String of(Die die, int depth) {
        Optional<String> name = die.name();
        boolean c = !die.has(DwAt.GO_KIND) && !isGo(die);
        String prefix = c ? keyword(die.tag()) : "";
        if (name.isPresent()) {
            return prefix.isEmpty() ? name.get() : prefix + " " + name.get();
        }
        if (depth > TypeReader.MAX_HOPS) {
            return "…";
        }
        String inner = die.reference(DwAt.TYPE).map(type -> of(type, depth + 1)).orElse("void");
        return switch (die.tag()) {
            case DwTag.POINTER_TYPE -> inner + (inner.endsWith("*") ? "*" : " *");
            case DwTag.REFERENCE_TYPE -> inner + " &";
            case DwTag.RVALUE_REFERENCE_TYPE -> inner + " &&";
            case DwTag.CONST_TYPE -> "const " + inner;
            case DwTag.VOLATILE_TYPE -> "volatile " + inner;
            case DwTag.RESTRICT_TYPE -> inner + " restrict";
            case DwTag.ATOMIC_TYPE -> "_Atomic " + inner;
            case DwTag.SUBROUTINE_TYPE -> inner + " ()";
            case DwTag.ARRAY_TYPE -> array(die, inner);
            default -> prefix.isEmpty() ? "?" : prefix + " {…}";
        };
    }

    private static String array(Die die, String inner) {
        StringBuilder text = new StringBuilder(inner).append(' ');
        for (OptionalLong length : TypeReader.dimensions(die)) {
            text.append('[')
                    .append(length.isPresent() ? Long.toString(length.getAsLong()) : "")
                    .append(']');
        }
        return text.toString();
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
