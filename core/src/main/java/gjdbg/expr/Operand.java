package gjdbg.expr;

import gjdbg.type.BasicType;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.Value;
import java.util.function.Function;

/** What evaluation works on: constants, numbers, and the program's values. */
sealed interface Operand {
    /** One of {@link Untyped} where it is a constant without a type. */
    Type type();

    /** A constant number, exact; of a type the value is one that the type has. */
    record Number(Type type, Rational real, Rational imaginary) implements Operand {
        static Number of(Type type, Rational real) {
            return new Number(type, real, Rational.ZERO);
        }
    }

    /** @param value sign-extended where the type is signed, else zero-extended */
    record Integer(Type type, long value) implements Operand {
        boolean unsigned() {
            return type.kind() == TypeKind.UINT || type.kind() == TypeKind.ENUM && !type.isSigned();
        }
    }

    record Real(Type type, double value) implements Operand {}

    record Complex(Type type, double real, double imaginary) implements Operand {}

    record Bool(Type type, boolean value) implements Operand {}

    /** @param bytes as the string has them, valid UTF-8 or not */
    record Text(Type type, byte[] bytes) implements Operand {}

    record Nil() implements Operand {
        @Override
        public Type type() {
            return BasicType.unknown("untyped nil");
        }
    }

    /** A value that is used by its parts or its place. */
    record Whole(Value value) implements Operand {
        @Override
        public Type type() {
            return value.type();
        }
    }

    /**
     * A constant without a type shifted by a count that is none: it is computed in the type that it gets from what is
     * around it (The Go Programming Language Specification, "Operators").
     *
     * @param type that of the constant
     */
    record Delayed(Type type, Function<Type, Operand> in) implements Operand {}
}
