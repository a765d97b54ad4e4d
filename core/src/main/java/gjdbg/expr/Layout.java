package gjdbg.expr;

import gjdbg.type.BasicType;
import gjdbg.type.DerivedType;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.FieldSearch;
import java.util.List;
import java.util.Optional;

/**
 * How values are laid out in memory (The Go Programming Language Specification, "Package unsafe" and "Size and alignment
 * guarantees"; go/types/gcsizes.go for amd64). What is asked about is not read where its type is known without: {@code
 * unsafe.Sizeof(*p)} has an answer for a nil p too.
 */
final class Layout {
    private static final int WORD = 8;
    private static final int MOST_DEPTH = 100;
    /** Of one type: damaged debug information may have structs that hold each other twice. */
    private static final int MOST_PARTS = 100_000;

    private final Evaluator evaluator;
    private int parts;

    Layout(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    long sizeOf(Node node) {
        Type type = typeOf(node);
        requireKnown(type, node.at());
        return type.size();
    }

    long alignmentOf(Node node) {
        return alignment(typeOf(node), node.at(), 0);
    }

    /** Of a field from the start of the struct that the selector names, embedded structs on the way included. */
    long offsetOf(Node node) {
        if (!(node instanceof Node.Selector(Node of, String name, Spot at))) {
            throw node.at().problem("unsafe.Offsetof needs a field of a struct, as in unsafe.Offsetof(p.x)");
        }
        Type struct = pointee(typeOf(of));
        List<Type.Field> path = FieldSearch.path(struct, name);
        if (path.isEmpty()) {
            throw Selection.noField(struct, name, at);
        }
        long offset = 0;
        for (Type.Field field : path) {
            offset += field.offset();
            if (field != path.getLast() && field.type().kind() == TypeKind.POINTER) {
                throw at.problem("'" + name + "' is reached through the embedded pointer " + field.name()
                        + ", so it has no offset in a " + struct.name());
            }
        }
        return offset;
    }

    private Type typeOf(Node node) {
        return selected(node)
                .orElseGet(() -> Untyped.defaultOf(evaluator.place(node).type()));
    }

    /** Of parts that need not be there; empty for other expressions. */
    private Optional<Type> selected(Node node) {
        return switch (node) {
            case Node.Dereference(Node of, Spot _) ->
                Optional.of(typeOf(of))
                        .filter(type -> type.kind() == TypeKind.POINTER)
                        .flatMap(Type::element);
            case Node.Selector selector
            when evaluator.member(selector).isEmpty() -> {
                List<Type.Field> path = FieldSearch.path(pointee(typeOf(selector.of())), selector.name());
                yield path.isEmpty()
                        ? Optional.empty()
                        : Optional.of(path.getLast().type());
            }
            case Node.Index(Node of, List<Node> _, Spot _) -> elementOf(typeOf(of));
            case Node.Slice slice -> sliceOf(typeOf(slice.of()));
            case Node.Constant _,
                    Node.Name _,
                    Node.Selector _,
                    Node.Assertion _,
                    Node.AddressOf _,
                    Node.Unary _,
                    Node.Binary _,
                    Node.Logic _,
                    Node.Comparison _,
                    Node.Call _,
                    Node.Composite _,
                    Node.OpenArrayType _,
                    Node.ArrayType _,
                    Node.MapType _,
                    Node.PrefixedType _,
                    Node.OtherType _ -> Optional.empty();
        };
    }

    private static Optional<Type> elementOf(Type type) {
        return switch (type.kind()) {
            case ARRAY, SLICE, MAP -> type.element();
            case STRING -> Optional.of(BasicType.UINT8);
            case POINTER ->
                type.element().filter(each -> each.kind() == TypeKind.ARRAY).flatMap(Type::element);
            case BOOL, INT, UINT, FLOAT, COMPLEX, STRUCT, UNION, CHAN, FUNC, INTERFACE, ENUM, VOID, UNKNOWN ->
                Optional.empty();
        };
    }

    private static Optional<Type> sliceOf(Type type) {
        return switch (type.kind()) {
            case STRING, SLICE -> Optional.of(type);
            case ARRAY, POINTER -> elementOf(type).map(DerivedType::sliceOf);
            case BOOL, INT, UINT, FLOAT, COMPLEX, STRUCT, UNION, MAP, CHAN, FUNC, INTERFACE, ENUM, VOID, UNKNOWN ->
                Optional.empty();
        };
    }

    private static Type pointee(Type type) {
        return type.kind() == TypeKind.POINTER ? type.element().orElse(type) : type;
    }

    private long alignment(Type type, Spot at, int depth) {
        requireKnown(type, at);
        if (depth > MOST_DEPTH || ++parts > MOST_PARTS) {
            throw at.unavailable("the debug information nests the type in itself, or gives it too many parts");
        }
        return switch (type.kind()) {
            case BOOL, INT, UINT, FLOAT, ENUM -> Math.max(1, Math.min(type.size(), WORD));
            case COMPLEX -> type.size() / 2;
            case STRING, POINTER, SLICE, MAP, CHAN, FUNC, INTERFACE -> WORD;
            case ARRAY -> alignment(type.element().orElseThrow(() -> unknown(type, at)), at, depth + 1);
            case STRUCT, UNION -> {
                long most = 1;
                for (Type.Field field : type.fields()) {
                    most = Math.max(most, alignment(field.type(), at, depth + 1));
                }
                yield most;
            }
            case VOID, UNKNOWN -> throw unknown(type, at);
        };
    }

    private static void requireKnown(Type type, Spot at) {
        if (type.kind() == TypeKind.VOID || type.kind() == TypeKind.UNKNOWN) {
            throw unknown(type, at);
        }
    }

    private static RuntimeException unknown(Type type, Spot at) {
        return at.problem("nothing is known of how a value of type " + type.name() + " is laid out");
    }
}
