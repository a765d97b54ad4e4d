package gjdbg.expr;

import gjdbg.target.Address;
import gjdbg.type.DerivedType;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.ProgramScope;
import gjdbg.value.Reading;
import gjdbg.value.Value;

/** What pointers, and arrays as pointers, are in expressions of C (C11, sections 6.3.2.1 and 6.5.6). */
final class CPointers {
    private final ProgramScope scope;
    private final Spot at;

    CPointers(ProgramScope scope, Spot at) {
        this.scope = scope;
        this.at = at;
    }

    /** Numbers are read; an array becomes a pointer to its first element. */
    Operand loaded(Value value) {
        Type type = value.type();
        if (type.kind() == TypeKind.BOOL && Operands.readable(value, at) instanceof Reading.Bool(boolean bool)) {
            return new Operand.Integer(type, bool ? 1 : 0);
        }
        if (type.kind() == TypeKind.ENUM
                && Operands.readable(value, at) instanceof Reading.Int(long number, boolean _)) {
            return new Operand.Integer(type, Conversion.wrapped(number, CTypes.promoted(type)));
        }
        if (type.kind() == TypeKind.ARRAY && value.place().inMemory().isPresent()) {
            Type element =
                    type.element().orElseThrow(() -> at.unavailable("the type of the array's elements is not known"));
            return pointer(
                    DerivedType.cPointerTo(element),
                    value.place().inMemory().get().value());
        }
        return Operands.of(value, at);
    }

    private Operand pointer(Type type, long address) {
        return new Operand.Whole(scope.made(type, WholeConversion.word(address)));
    }

    private static boolean isPointer(Operand operand) {
        return operand instanceof Operand.Whole(Value value)
                && (value.type().kind() == TypeKind.POINTER || value.type().kind() == TypeKind.FUNC);
    }

    private long address(Operand pointer) {
        return switch (Operands.readable(((Operand.Whole) pointer).value(), at)) {
            case Reading.Pointer to -> to.address().value();
            case Reading.Func func -> func.entry().value();
            default -> 0;
        };
    }

    /** Of void and functions 1, as gcc has it. */
    private long step(Type pointer) {
        return Math.max(1, pointer.element().map(Type::size).orElse(1L));
    }

    Value target(Operand operand) {
        if (isConstantArray(operand)) {
            return element((Operand.Whole) operand, 0);
        }
        if (!isPointer(operand)) {
            throw at.problem("'*' needs a pointer, not " + Operands.typeName(operand));
        }
        Type type = operand.type();
        Type element = type.element()
                .filter(each -> each.kind() != TypeKind.VOID)
                .orElseThrow(() -> at.problem("what a " + type.name() + " points at has no type; cast it first"));
        long address = address(operand);
        if (address == 0) {
            throw at.unavailable("a null pointer of type " + type.name() + " points at nothing");
        }
        return scope.at(element, new Address(address));
    }

    /** @param of not read yet: an array in a register has elements too */
    Operand element(Operand of, Operand index) {
        if (isConstantArray(of) && index instanceof Operand.Integer position) {
            return new Operand.Whole(element((Operand.Whole) of, position.value()));
        }
        Operand base = of instanceof Operand.Whole(Value value) ? loaded(value) : of;
        return new Operand.Whole(target(binary("+", base, index)));
    }

    private Value element(Operand.Whole array, long index) {
        if (!(Operands.readable(array.value(), at) instanceof Reading.Sequence sequence)) {
            throw at.unavailable("a " + array.type().name() + " that does not read as one");
        }
        if (index < 0 || index >= sequence.length()) {
            throw at.problem("index " + index + " is out of range with length " + sequence.length());
        }
        return sequence.elements().at(index);
    }

    Operand binary(String operator, Operand left, Operand right) {
        requireAddress(left);
        requireAddress(right);
        if (!isPointer(left) && !isPointer(right)) {
            return CArithmetic.binary(operator, left, right, at);
        }
        if (operator.equals("+") && isPointer(right)) {
            return binary("+", right, left);
        }
        if (isPointer(left)
                && right instanceof Operand.Integer count
                && (operator.equals("+") || operator.equals("-"))) {
            long distance = count.value() * step(left.type());
            return pointer(left.type(), address(left) + (operator.equals("+") ? distance : -distance));
        }
        if (operator.equals("-") && isPointer(left) && isPointer(right)) {
            if (step(left.type()) != step(right.type())) {
                throw Pair.mismatch(operator, left, right, at);
            }
            return new Operand.Integer(CTypes.LONG, (address(left) - address(right)) / step(left.type()));
        }
        throw at.problem("'" + operator + "' is not defined on values of type " + Operands.typeName(left) + " and "
                + Operands.typeName(right));
    }

    /** A string of the expression, or an array of which the compiler kept the elements and not the place. */
    private static boolean isConstantArray(Operand operand) {
        return operand instanceof Operand.Whole(Value value)
                && value.type().kind() == TypeKind.ARRAY
                && value.place().inMemory().isEmpty();
    }

    /** What has elements and no place is no pointer. */
    private void requireAddress(Operand operand) {
        if (isConstantArray(operand) && operand.type() instanceof DerivedType) {
            throw at.problem("a string of an expression is in no place of the program; compare its characters");
        }
        if (operand instanceof Operand.Whole(Value value) && value.type().kind() == TypeKind.ARRAY) {
            Selection.addressOf(value, CTypes.VOID_POINTER, scope, at);
        }
    }

    boolean compare(String operator, Operand left, Operand right) {
        requireAddress(left);
        requireAddress(right);
        if (!isPointer(left) && !isPointer(right)) {
            return CArithmetic.compare(operator, left, right, at);
        }
        return Comparison.ordered(operator, Long.compareUnsigned(addressOrNumber(left), addressOrNumber(right)));
    }

    private long addressOrNumber(Operand operand) {
        if (operand instanceof Operand.Integer integer) {
            return integer.value();
        }
        if (!isPointer(operand)) {
            throw at.problem("a pointer can't be compared with a value of type " + Operands.typeName(operand));
        }
        return address(operand);
    }

    boolean holds(Operand operand) {
        return isPointer(operand) ? address(operand) != 0 : CArithmetic.holds(operand, at);
    }

    Operand cast(Operand operand, Type to) {
        if (to.kind() == TypeKind.POINTER) {
            if (!isPointer(operand) && !(operand instanceof Operand.Integer)) {
                throw Conversion.impossible(operand, to, at);
            }
            return pointer(to, addressOrNumber(operand));
        }
        if (isPointer(operand)) {
            Operand number = new Operand.Integer(CTypes.SIZE, address(operand));
            return to.kind() == TypeKind.FLOAT
                    ? CArithmetic.converted(operand, to, at)
                    : CArithmetic.converted(number, to, at);
        }
        if (operand instanceof Operand.Whole && Pair.sameType(operand.type(), to)) {
            return operand;
        }
        return CArithmetic.converted(operand, to, at);
    }
}
