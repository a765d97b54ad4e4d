package gjdbg.expr;

import gjdbg.expr.Operand.Number;
import gjdbg.type.BasicType;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.ProgramScope;
import gjdbg.value.Reading;
import gjdbg.value.TypedValue;
import gjdbg.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Built-in functions that only read (The Go Programming Language Specification, "Built-in functions"). */
final class Builtins {
    private static final List<String> NAMES = List.of("len", "cap", "min", "max", "real", "imag", "complex");
    /** Those that an expression can't have. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("append", "may need memory of the program, and an expression allocates none there"),
            Map.entry("make", "needs memory of the program, and an expression allocates none there"),
            Map.entry("new", "needs memory of the program, and an expression allocates none there"),
            Map.entry("clear", "changes values of the program, and an expression only reads"),
            Map.entry("close", "changes values of the program, and an expression only reads"),
            Map.entry("copy", "changes values of the program, and an expression only reads"),
            Map.entry("delete", "changes values of the program, and an expression only reads"),
            Map.entry("panic", "would run code of the program, and an expression only reads"),
            Map.entry("print", "would run code of the program, and an expression only reads"),
            Map.entry("println", "would run code of the program, and an expression only reads"),
            Map.entry("recover", "would run code of the program, and an expression only reads"));

    private final ProgramScope scope;
    private final Spot at;

    Builtins(ProgramScope scope, Spot at) {
        this.scope = scope;
        this.at = at;
    }

    static boolean has(String name) {
        return NAMES.contains(name);
    }

    /** Why there is no such built-in function here; empty for other names. */
    static Optional<String> refusal(String name) {
        return Optional.ofNullable(REFUSED.get(name)).map(why -> name + " " + why);
    }

    /** @param arguments not read yet where they are values of the program */
    Operand call(String name, List<Operand> arguments) {
        int wanted = name.equals("complex") ? 2 : 1;
        boolean several = name.equals("min") || name.equals("max");
        if (several ? arguments.isEmpty() : arguments.size() != wanted) {
            throw at.problem(name + " takes "
                    + (several ? "one argument or more" : wanted + " argument" + (wanted > 1 ? "s" : "")) + ", not "
                    + arguments.size());
        }
        return switch (name) {
            case "len" -> length(arguments.getFirst());
            case "cap" -> capacity(arguments.getFirst());
            case "real", "imag" -> part(name.equals("real"), loaded(arguments.getFirst()));
            case "complex" -> complex(loaded(arguments.getFirst()), loaded(arguments.getLast()));
            default -> {
                Operand best = loaded(arguments.getFirst());
                for (Operand argument : arguments.subList(1, arguments.size())) {
                    best = better(name.equals("min"), best, loaded(argument));
                }
                yield best;
            }
        };
    }

    private Operand loaded(Operand operand) {
        return operand instanceof Operand.Whole(Value value) ? Operands.of(value, at) : operand;
    }

    private Operand length(Operand of) {
        if (of instanceof Operand.Text(Type type, byte[] bytes)) {
            return Untyped.is(type)
                    ? Number.of(BasicType.INT, Rational.of(bytes.length))
                    : new Operand.Integer(BasicType.INT, bytes.length);
        }
        OptionalLong fixed = ofArray(of.type());
        if (fixed.isPresent()) {
            return integer(fixed.getAsLong());
        }
        Value value = Operands.value(of, at);
        if (value.type().kind() == TypeKind.STRING && value instanceof TypedValue) {
            return integer(Header.of(value, at).length());
        }
        return switch (Operands.readable(value, at)) {
            case Reading.Sequence sequence -> integer(sequence.length());
            case Reading.Text text -> integer(text.length());
            case Reading.Mapping map -> integer(map.size());
            case Reading.Channel channel -> integer(channel.length());
            case Reading.Nil _ when isContainer(value.type()) -> integer(0);
            default -> throw at.problem("a value of type " + Operands.typeName(of) + " has no length");
        };
    }

    private Operand capacity(Operand of) {
        OptionalLong fixed = ofArray(of.type());
        if (fixed.isPresent()) {
            return integer(fixed.getAsLong());
        }
        Value value = Operands.value(of, at);
        return switch (Operands.readable(value, at)) {
            case Reading.Sequence sequence
            when sequence.capacity() == Reading.Sequence.UNKNOWN ->
                throw at.unavailable("the slice's capacity was optimised out at this point");
            case Reading.Sequence sequence -> integer(sequence.capacity());
            case Reading.Channel channel -> integer(channel.capacity());
            case Reading.Nil _ when isContainer(value.type()) && value.type().kind() != TypeKind.MAP -> integer(0);
            default -> throw at.problem("a value of type " + Operands.typeName(of) + " has no capacity");
        };
    }

    /** Of arrays and pointers to them the type tells it, nil or not. */
    private static OptionalLong ofArray(Type type) {
        return type.kind() == TypeKind.POINTER
                ? type.element().map(Type::length).orElse(OptionalLong.empty())
                : type.length();
    }

    private static boolean isContainer(Type type) {
        return type.kind() == TypeKind.SLICE || type.kind() == TypeKind.MAP || type.kind() == TypeKind.CHAN;
    }

    private static Operand integer(long value) {
        return new Operand.Integer(BasicType.INT, value);
    }

    private Operand part(boolean real, Operand of) {
        return switch (of) {
            case Number number -> {
                Type type = Untyped.is(number.type()) ? Untyped.FLOAT : half(number.type(), of);
                yield Number.of(type, real ? number.real() : number.imaginary());
            }
            case Operand.Complex complex ->
                new Operand.Real(half(complex.type(), of), real ? complex.real() : complex.imaginary());
            case Operand.Integer _,
                    Operand.Real _,
                    Operand.Bool _,
                    Operand.Text _,
                    Operand.Nil _,
                    Operand.Whole _,
                    Operand.Delayed _ -> throw notComplex(of);
        };
    }

    private Type half(Type complex, Operand of) {
        if (complex.kind() != TypeKind.COMPLEX) {
            throw notComplex(of);
        }
        return complex.size() == 8 ? BasicType.named("float32").orElseThrow() : BasicType.FLOAT64;
    }

    private RuntimeException notComplex(Operand of) {
        return at.problem("a value of type " + Operands.typeName(of) + " is no complex number");
    }

    private Operand complex(Operand real, Operand imaginary) {
        Pair both = Pair.of(",", real, imaginary, at);
        if (both.left() instanceof Number a
                && both.right() instanceof Number b
                && a.type().kind() != TypeKind.COMPLEX) {
            Type type = Untyped.is(a.type()) ? Untyped.COMPLEX : whole(a.type(), real);
            return new Number(type, a.real(), b.real());
        }
        Operand first = both.left() instanceof Number number ? Constants.settled(number, at) : both.left();
        Operand second = both.right() instanceof Number number ? Constants.settled(number, at) : both.right();
        if (first instanceof Operand.Real a && second instanceof Operand.Real b) {
            return new Operand.Complex(whole(a.type(), real), a.value(), b.value());
        }
        throw at.problem("complex takes two floats, not " + Operands.typeName(first));
    }

    private Type whole(Type half, Operand of) {
        if (half.kind() != TypeKind.FLOAT) {
            throw at.problem("complex takes two floats, not " + Operands.typeName(of));
        }
        return half.size() == 4 ? BasicType.named("complex64").orElseThrow() : BasicType.COMPLEX128;
    }

    /** NaN is both the least and the greatest, and -0 is less than 0. */
    private Operand better(boolean least, Operand left, Operand right) {
        Pair both = Pair.of(",", left, right, at);
        boolean constant = both.left() instanceof Number && both.right() instanceof Number;
        Operand one = constant ? both.left() : settled(both.left());
        Operand other = constant ? both.right() : settled(both.right());
        if (one instanceof Operand.Real a && other instanceof Operand.Real b) {
            return new Operand.Real(a.type(), least ? Math.min(a.value(), b.value()) : Math.max(a.value(), b.value()));
        }
        return Comparison.holds(least ? "<=" : ">=", one, other, at) ? one : other;
    }

    private Operand settled(Operand operand) {
        return operand instanceof Number number ? Constants.settled(number, at) : operand;
    }
}
