package gjdbg.type;

import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.DwTag;
import gjdbg.gosym.PackagePaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Makes types of the entries of one file's debugging information; the same entry gives the same type. */
public final class TypeReader {
    static final int MAX_HOPS = 32;
    static final int LANGUAGE_GO = 22;

    private final Map<Long, Type> types = new ConcurrentHashMap<>();
    private final Map<String, PackageConstants> constants = new ConcurrentHashMap<>();

    /** The type of a variable, parameter or member: of its DW_AT_type. */
    public Optional<Type> typeOf(Die die) {
        return type(die, DwAt.TYPE);
    }

    Optional<Type> type(Die die, int attribute) {
        return die.reference(attribute).map(this::of);
    }

    /** @param die the entry of the type itself */
    public Type of(Die die) {
        Type known = types.get(Objects.requireNonNull(die).offset());
        if (known != null) {
            return known;
        }
        // A generic function names the shapes of its variables anew (.param0): the name says nothing.
        Type made = die.tag() == DwTag.TYPEDEF && die.has(DwAt.GO_DICT_INDEX)
                ? typeOf(die).orElse(BasicType.unknown("type of a generic function's variable"))
                : make(die);
        Type other = types.putIfAbsent(die.offset(), made);
        return other == null ? made : other;
    }

    /** The name of a Go package's constant with that value and that type, which is of the same package. */
    Optional<String> constant(Die type, String typeName, long value) {
        int dot = PackagePaths.memberDot(typeName);
        if (dot < 0) {
            return Optional.empty();
        }
        return constants
                .computeIfAbsent(
                        typeName.substring(0, dot),
                        path -> PackageConstants.of(type.unit().dwarf(), path))
                .name(type.offset(), value);
    }

    /** The type of a function of C's as C writes it: {@code int (int, char *)}. */
    public static String prototype(Die subprogram) {
        return TypeNames.ofFunction(Objects.requireNonNull(subprogram));
    }

    private Type make(Die die) {
        Die at = die;
        OptionalLong goKind = at.number(DwAt.GO_KIND);
        for (int hops = 0; isName(at.tag()); hops++) {
            Optional<Die> next = at.reference(DwAt.TYPE);
            if (next.isEmpty() || hops > MAX_HOPS) {
                return next.isEmpty()
                        ? new BasicType(TypeNames.of(die), TypeKind.VOID, 0)
                        : BasicType.unknown(TypeNames.of(die));
            }
            at = next.get();
            if (goKind.isEmpty()) {
                goKind = at.number(DwAt.GO_KIND);
            }
        }
        TypeKind kind = goKind.isPresent() ? goKind(goKind.getAsLong(), at) : kind(at);
        return new DwarfType(this, die, at, kind);
    }

    private static boolean isName(int tag) {
        return switch (tag) {
            case DwTag.TYPEDEF, DwTag.CONST_TYPE, DwTag.VOLATILE_TYPE, DwTag.RESTRICT_TYPE, DwTag.ATOMIC_TYPE -> true;
            default -> false;
        };
    }

    /** The kinds of internal/abi.Kind, which no release has renumbered. */
    private static TypeKind goKind(long kind, Die definition) {
        return switch ((int) (kind & 0x1f)) {
            case 1 -> TypeKind.BOOL;
            case 2, 3, 4, 5, 6 -> TypeKind.INT;
            case 7, 8, 9, 10, 11, 12 -> TypeKind.UINT;
            case 13, 14 -> TypeKind.FLOAT;
            case 15, 16 -> TypeKind.COMPLEX;
            case 17 -> TypeKind.ARRAY;
            case 18 -> TypeKind.CHAN;
            case 19 -> TypeKind.FUNC;
            case 20 -> TypeKind.INTERFACE;
            case 21 -> TypeKind.MAP;
            case 22, 26 -> TypeKind.POINTER;
            case 23 -> TypeKind.SLICE;
            case 24 -> TypeKind.STRING;
            case 25 -> TypeKind.STRUCT;
            default -> kind(definition);
        };
    }

    private static TypeKind kind(Die die) {
        return switch (die.tag()) {
            case DwTag.BASE_TYPE -> basicKind(die);
            case DwTag.POINTER_TYPE, DwTag.REFERENCE_TYPE, DwTag.RVALUE_REFERENCE_TYPE -> TypeKind.POINTER;
            case DwTag.STRUCTURE_TYPE, DwTag.CLASS_TYPE -> TypeKind.STRUCT;
            case DwTag.UNION_TYPE -> TypeKind.UNION;
            case DwTag.ARRAY_TYPE -> TypeKind.ARRAY;
            case DwTag.ENUMERATION_TYPE -> TypeKind.ENUM;
            case DwTag.SUBROUTINE_TYPE -> TypeKind.FUNC;
            case DwTag.UNSPECIFIED_TYPE -> TypeKind.VOID;
            default -> TypeKind.UNKNOWN;
        };
    }

    /** By DW_AT_encoding (DWARF 5, section 7.8). */
    private static TypeKind basicKind(Die die) {
        return switch ((int) die.number(DwAt.ENCODING).orElse(0)) {
            case 0x01, 0x07, 0x08, 0x10 -> TypeKind.UINT;
            case 0x02 -> TypeKind.BOOL;
            case 0x03 -> TypeKind.COMPLEX;
            case 0x04 -> TypeKind.FLOAT;
            case 0x05, 0x06 -> TypeKind.INT;
            default -> TypeKind.UNKNOWN;
        };
    }

    /** The lengths of an array, outermost first; empty ones where C leaves them open. */
    static List<OptionalLong> dimensions(Die array) {
        List<OptionalLong> lengths = new ArrayList<>(1);
        array.forEachChild(child -> {
            if (child.tag() == DwTag.SUBRANGE_TYPE) {
                OptionalLong count = child.number(DwAt.COUNT);
                OptionalLong bound = child.number(DwAt.UPPER_BOUND);
                lengths.add(
                        count.isPresent()
                                ? count
                                : bound.isPresent() ? OptionalLong.of(bound.getAsLong() + 1) : OptionalLong.empty());
            }
            return true;
        });
        return lengths;
    }
}
