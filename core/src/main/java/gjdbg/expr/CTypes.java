package gjdbg.expr;

import gjdbg.type.BasicType;
import gjdbg.type.CTypeNames;
import gjdbg.type.Declarators;
import gjdbg.type.DerivedType;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.ProgramScope;
import java.util.ArrayList;
import java.util.List;

/** Types of C: by their names, and what arithmetic makes of them (C11, sections 6.3.1.1 and 6.3.1.8). */
final class CTypes {
    static final Type CHAR = basic("char");
    static final Type INT = basic("int");
    static final Type LONG = basic("long int");
    static final Type SIZE = basic("long unsigned int");
    static final Type VOID_POINTER = DerivedType.cPointerTo(BasicType.VOID);

    private CTypes() {}

    private static Type basic(String name) {
        return CTypeNames.basic(name).orElseThrow();
    }

    static Type of(CNode.TypeName name, ProgramScope scope, Spot at) {
        Type type = scope.type(name.base())
                .or(() -> CTypeNames.basic(name.base()))
                .orElseThrow(() -> at.notFound("type", name.base(), List.of()));
        for (CNode.Derivation derivation : name.derivations()) {
            type = switch (derivation) {
                case CNode.Pointer _ -> DerivedType.cPointerTo(type);
                case CNode.Array(long count, Spot where) -> array(count, type, where);
                case CNode.Function(List<CNode.TypeName> parameters) -> function(type, parameters, scope, at);
            };
        }
        return type;
    }

    private static Type array(long count, Type of, Spot at) {
        if (of.size() > 0 && count > Long.MAX_VALUE / of.size()) {
            throw at.problem("an array of " + count + " " + of.name() + " is larger than memory");
        }
        return DerivedType.cArrayOf(count, of);
    }

    private static Type function(Type result, List<CNode.TypeName> parameters, ProgramScope scope, Spot at) {
        List<String> names = new ArrayList<>();
        for (CNode.TypeName parameter : parameters) {
            names.add(of(parameter, scope, at).name());
        }
        String name = Declarators.function(result.name(), "(" + String.join(", ", names) + ")");
        // code has no size, as in the debug information
        return new BasicType(name, TypeKind.FUNC, 0);
    }

    static boolean isInteger(Type type) {
        return Constants.isInteger(type) || type.kind() == TypeKind.BOOL;
    }

    /** The integer promotions. */
    static Type promoted(Type type) {
        if (type.kind() == TypeKind.ENUM) {
            return type.element().map(CTypes::promoted).orElse(INT);
        }
        if (type.size() < 4 || type.kind() == TypeKind.BOOL) {
            return INT;
        }
        boolean unsigned = type.kind() == TypeKind.UINT;
        if (type.size() == 4) {
            return unsigned ? basic("unsigned int") : INT;
        }
        String length = type.name().startsWith("long long ") ? "long long " : "long ";
        return basic(length + (unsigned ? "unsigned int" : "int"));
    }

    /** The usual arithmetic conversions. */
    static Type common(Type a, Type b) {
        if (a.kind() == TypeKind.FLOAT || b.kind() == TypeKind.FLOAT) {
            boolean isDouble =
                    a.kind() == TypeKind.FLOAT && a.size() == 8 || b.kind() == TypeKind.FLOAT && b.size() == 8;
            return basic(isDouble ? "double" : "float");
        }
        Type left = promoted(a);
        Type right = promoted(b);
        boolean leftUnsigned = left.kind() == TypeKind.UINT;
        boolean rightUnsigned = right.kind() == TypeKind.UINT;
        if (leftUnsigned == rightUnsigned) {
            return rank(left) >= rank(right) ? left : right;
        }
        Type unsigned = leftUnsigned ? left : right;
        Type signed = leftUnsigned ? right : left;
        if (rank(unsigned) >= rank(signed)) {
            return unsigned;
        }
        return signed.size() > unsigned.size() ? signed : basic(signed.name().replace("int", "unsigned int"));
    }

    private static int rank(Type type) {
        return type.size() == 4 ? 1 : type.name().startsWith("long long ") ? 3 : 2;
    }
}
