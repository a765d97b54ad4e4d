package gjdbg.expr;

import gjdbg.expr.Operand.Number;
import gjdbg.type.BasicType;
import gjdbg.type.DerivedType;
import gjdbg.type.Type;
import gjdbg.value.ComputedValue;
import gjdbg.value.ProgramScope;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Composite literals (The Go Programming Language Specification, "Composite literals"). The value is in no place of the
 * program, and what it needs of the program's memory it can't have: maps, and what pointers of it would lead to.
 */
final class CompositeLiterals {
    private static final String NO_MEMORY = " needs memory of the program, and an expression allocates none there";
    private static final long LARGEST = 16 << 20;

    private final Evaluator evaluator;
    private final TypeExpressions types;
    private final ProgramScope scope;

    CompositeLiterals(Evaluator evaluator, TypeExpressions types, ProgramScope scope) {
        this.evaluator = evaluator;
        this.types = types;
        this.scope = scope;
    }

    static RuntimeException noPointer(Spot at) {
        return at.problem("the address of a new value" + NO_MEMORY);
    }

    Value of(Node.Composite literal) {
        Node type = literal.type().orElseThrow(() -> literal.at().problem("a literal without a type"));
        return switch (type) {
            case Node.OpenArrayType(Node element, Spot _) -> openArray(types.required(element), literal);
            case Node.MapType(Node _, Node _, Spot at) -> throw at.problem("a map" + NO_MEMORY);
            default ->
                of(
                        types.find(type)
                                .orElseThrow(
                                        () -> type.at().notFound("type", TypeExpressions.written(type), List.of())),
                        literal);
        };
    }

    private Value of(Type type, Node.Composite literal) {
        return switch (type.kind()) {
            case STRUCT -> new ComputedValue(type, new Reading.Struct(new StructLiteral(type, literal).members()));
            case ARRAY -> {
                Sequence array = sequence(element(type, literal), type.length().orElse(0), literal);
                yield new ComputedValue(type, array.reading(type.length().orElse(0)));
            }
            case SLICE -> {
                Sequence slice = sequence(element(type, literal), Long.MAX_VALUE, literal);
                yield new ComputedValue(type, slice.reading(slice.length()));
            }
            case MAP -> throw literal.at().problem("a map" + NO_MEMORY);
            case POINTER -> throw noPointer(literal.at());
            case BOOL, INT, UINT, FLOAT, COMPLEX, STRING, UNION, CHAN, FUNC, INTERFACE, ENUM, VOID, UNKNOWN ->
                throw literal.at()
                        .problem("'" + type.name() + "' is no struct, array or slice, of which there are literals");
        };
    }

    private Value openArray(Type element, Node.Composite literal) {
        Sequence elements = sequence(element, Long.MAX_VALUE, literal);
        long length = elements.length();
        if (BigInteger.valueOf(length)
                        .multiply(BigInteger.valueOf(Math.max(1, element.size())))
                        .bitLength()
                > 47) {
            throw literal.at().problem("an array of " + length + " elements is too large");
        }
        return new ComputedValue(DerivedType.arrayOf(length, element), elements.reading(length));
    }

    private static Type element(Type type, Node.Composite literal) {
        return type.element().orElseThrow(() -> literal.at().unavailable("the type of its elements is not known"));
    }

    /** @param zero what the elements are that are not given: made when asked for, as there may be any number */
    private record Sequence(Map<Long, Value> values, long length, Supplier<Value> zero) {
        Reading reading(long count) {
            return new Reading.Sequence(count, count, index -> {
                Value given = values.get(index);
                return given == null ? zero.get() : given;
            });
        }
    }

    private Sequence sequence(Type element, long most, Node.Composite literal) {
        Map<Long, Value> values = new HashMap<>();
        long next = 0;
        long length = 0;
        for (Node.Element each : literal.elements()) {
            next = each.key().isPresent() ? index(each.key().get()) : next;
            if (next >= most) {
                throw each.value().at().problem("index " + next + " is out of range with length " + most);
            }
            if (values.put(next, part(element, each.value())) != null) {
                throw each.value().at().problem("index " + next + " is given twice");
            }
            next++;
            length = Math.max(length, next);
        }
        requireSmall(element, literal.at());
        return new Sequence(values, length, () -> zero(element, literal.at()));
    }

    private long index(Node key) {
        if (key instanceof Node.Composite
                || !(evaluator.evaluate(key) instanceof Number number)
                || !Constants.isInteger(
                        Constants.as(number, BasicType.INT, key.at()).type())
                || number.real().signum() < 0) {
            throw key.at().problem("an index in a literal is a constant integer that is not negative");
        }
        return number.real().numerator().longValue();
    }

    private Value part(Type wanted, Node node) {
        if (node instanceof Node.Composite literal && literal.type().isEmpty()) {
            return of(wanted, literal);
        }
        Operand operand = new Assignment(scope).to(wanted, evaluator.place(node), node.at());
        return Operands.value(operand, node.at());
    }

    private static void requireSmall(Type type, Spot at) {
        if (type.size() > LARGEST) {
            throw at.problem("a zero " + type.name() + " of " + type.size() + " bytes is too large to make");
        }
    }

    private Value zero(Type type, Spot at) {
        requireSmall(type, at);
        return scope.made(type, new byte[(int) type.size()]);
    }

    /** Its fields, all of them in order or some by their names. */
    private final class StructLiteral {
        private final Type type;
        private final Node.Composite literal;

        StructLiteral(Type type, Node.Composite literal) {
            this.type = type;
            this.literal = literal;
        }

        List<Reading.Member> members() {
            List<Type.Field> fields = type.fields();
            Map<String, Value> named = named(fields);
            boolean inOrder = named.isEmpty() && !literal.elements().isEmpty();
            List<Reading.Member> members = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                Type.Field field = fields.get(i);
                Value value =
                        inOrder ? part(field.type(), literal.elements().get(i).value()) : named.get(field.name());
                members.add(new Reading.Member(
                        field.name(), field.embedded(), value == null ? zero(field.type(), literal.at()) : value));
            }
            return List.copyOf(members);
        }

        /** None where the fields have no names in the literal. */
        private Map<String, Value> named(List<Type.Field> fields) {
            Map<String, Value> named = new HashMap<>();
            long keys = literal.elements().stream()
                    .filter(each -> each.key().isPresent())
                    .count();
            if (keys != 0 && keys != literal.elements().size()) {
                throw literal.at().problem("either all fields have their names in a literal, or none");
            }
            if (keys == 0 && !literal.elements().isEmpty() && literal.elements().size() != fields.size()) {
                throw literal.at()
                        .problem("a " + type.name() + " has " + fields.size() + " fields, and here are values of "
                                + literal.elements().size());
            }
            for (Node.Element each : literal.elements()) {
                each.key().ifPresent(key -> {
                    Type.Field field = field(fields, key);
                    if (named.put(field.name(), part(field.type(), each.value())) != null) {
                        throw key.at().problem("the field '" + field.name() + "' is given twice");
                    }
                });
            }
            return named;
        }

        private Type.Field field(List<Type.Field> fields, Node key) {
            if (!(key instanceof Node.Name(String name, Spot at))) {
                throw key.at().problem("a field's name is expected before the colon");
            }
            Optional<Type.Field> found =
                    fields.stream().filter(field -> field.name().equals(name)).findFirst();
            return found.orElseThrow(() -> Selection.noField(type, name, at));
        }
    }
}
