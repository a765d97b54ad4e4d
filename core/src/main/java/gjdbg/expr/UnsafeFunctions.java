package gjdbg.expr;

import gjdbg.expr.Operand.Number;
import gjdbg.target.Address;
import gjdbg.type.BasicType;
import gjdbg.type.DerivedType;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.ProgramScope;
import gjdbg.value.TypedValue;
import gjdbg.value.Value;
import java.util.List;

/** The functions of package unsafe (The Go Programming Language Specification, "Package unsafe"). */
final class UnsafeFunctions {
    private static final String PACKAGE = "unsafe";
    private static final List<String> OF_TYPES = List.of("Sizeof", "Alignof", "Offsetof");
    private static final List<String> OF_MEMORY = List.of("Add", "Slice", "SliceData", "String", "StringData");

    private final Evaluator evaluator;
    private final ProgramScope scope;
    private final Spot at;

    UnsafeFunctions(Evaluator evaluator, ProgramScope scope, Spot at) {
        this.evaluator = evaluator;
        this.scope = scope;
        this.at = at;
    }

    static boolean is(Node function) {
        return function instanceof Node.Selector(Node.Name(String path, Spot _), String name, Spot _)
                && path.equals(PACKAGE)
                && (OF_TYPES.contains(name) || OF_MEMORY.contains(name));
    }

    Operand call(String name, List<Node> arguments) {
        int wanted = name.equals("Add") || name.equals("Slice") || name.equals("String") ? 2 : 1;
        if (arguments.size() != wanted) {
            throw at.problem("unsafe." + name + " takes " + wanted + " argument" + (wanted > 1 ? "s" : "") + ", not "
                    + arguments.size());
        }
        Node first = arguments.getFirst();
        return switch (name) {
            case "Sizeof" -> constant(new Layout(evaluator).sizeOf(first));
            case "Alignof" -> constant(new Layout(evaluator).alignmentOf(first));
            case "Offsetof" -> constant(new Layout(evaluator).offsetOf(first));
            case "Add" -> {
                Value pointer = pointer(name, first);
                yield pointer(pointer.type(), address(pointer) + length(arguments.getLast()));
            }
            case "Slice" -> {
                Value pointer = pointer(name, first);
                Type element = pointer.type()
                        .element()
                        .orElseThrow(() -> at.problem("unsafe.Slice needs a pointer to a known type, not "
                                + pointer.type().name()));
                yield words(DerivedType.sliceOf(element), address(pointer), size(arguments.getLast(), element.size()));
            }
            case "String" -> {
                Value bytes = pointer(name, first);
                long length = size(arguments.getLast(), 1);
                yield words(BasicType.STRING, length == 0 ? 0 : address(bytes), length);
            }
            default -> data(name, evaluator.place(first));
        };
    }

    private static Operand constant(long value) {
        return Number.of(BasicType.named("uintptr").orElseThrow(), Rational.of(value));
    }

    private Value pointer(String name, Node node) {
        Value value = Operands.value(evaluator.place(node), node.at());
        if (value.type().kind() != TypeKind.POINTER) {
            throw node.at()
                    .problem("unsafe." + name + " needs a pointer, not a value of type "
                            + value.type().name());
        }
        return value;
    }

    private long address(Value pointer) {
        return WholeConversion.address(pointer, at);
    }

    private long length(Node node) {
        return new Elements(scope, node.at()).integer(evaluator.evaluate(node));
    }

    /** A length that memory can have. */
    private long size(Node node, long each) {
        long length = length(node);
        if (length < 0 || length > Header.SANE / Math.max(1, each)) {
            throw node.at().problem("the length " + length + " is out of range");
        }
        return length;
    }

    private Operand pointer(Type type, long address) {
        return new Operand.Whole(scope.made(type, WholeConversion.word(address)));
    }

    private Operand words(Type type, long address, long length) {
        return new Operand.Whole(scope.made(type, new Header(new Address(address), length, length).bytes(type.kind())));
    }

    /** Where the elements of a slice or the bytes of a string begin. */
    private Operand data(String name, Operand of) {
        TypeKind wanted = name.equals("SliceData") ? TypeKind.SLICE : TypeKind.STRING;
        if (of.type().kind() != wanted) {
            throw at.problem("unsafe." + name + " needs a " + (wanted == TypeKind.SLICE ? "slice" : "string")
                    + ", not a value of type " + Operands.typeName(of));
        }
        if (!(of instanceof Operand.Whole(Value value)) || !(value instanceof TypedValue)) {
            throw at.unavailable("this " + Operands.typeName(of) + " is computed, and in no place of the program");
        }
        Type element = wanted == TypeKind.SLICE
                ? value.type().element().orElseThrow(() -> at.unavailable("the type of its elements is not known"))
                : BasicType.UINT8;
        return pointer(
                DerivedType.pointerTo(element), Header.of(value, at).address().value());
    }
}
