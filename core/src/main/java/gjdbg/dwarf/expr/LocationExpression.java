package gjdbg.dwarf.expr;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;
import gjdbg.dwarf.expr.BaseType.Kind;
import gjdbg.error.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A location expression (DWARF 5, sections 2.5 and 2.6): where an object is, in one frame. For example, the bytes
 * {@code 91 70} (DW_OP_fbreg −16) give {@link Location.InMemory} with the frame base less 16.
 *
 * <p>Malformed and endless expressions end in {@link gjdbg.error.MalformedFile} after a bounded number of steps.
 */
public final class LocationExpression {
    private static final int MAX_STEPS = 10_000;
    private static final int MAX_CALLS = 16;

    private final ExpressionContext context;
    private final Bytes expression;
    private final Arithmetic arithmetic;
    private final Stack stack;
    private final List<Location.Part> parts = new ArrayList<>(0);
    /** A location that is no address on the stack, once one was named. */
    private Location simple;

    private int steps;

    private LocationExpression(Bytes expression, ExpressionContext context) {
        this.expression = expression;
        this.context = context;
        arithmetic = new Arithmetic(expression);
        stack = new Stack(expression);
    }

    /**
     * @throws gjdbg.error.MalformedFile when the expression makes no sense
     * @throws Unavailable when it needs something that can't be had in this frame
     * @throws gjdbg.error.MemoryFault when it reads memory that is not there
     */
    public static Location evaluate(Bytes expression, ExpressionContext context) {
        if (expression.size() == 0) {
            return new Location.Nowhere();
        }
        LocationExpression evaluation = new LocationExpression(expression, context);
        evaluation.run(expression, 0);
        return evaluation.result();
    }

    /** The value on top of the stack at the end, as DW_AT_frame_base and call-site values are read. */
    public static long value(Bytes expression, ExpressionContext context) {
        LocationExpression evaluation = new LocationExpression(expression, context);
        evaluation.run(expression, 0);
        if (evaluation.simple instanceof Location.InRegister register) {
            return context.register(register.number());
        }
        return evaluation.stack.pop();
    }

    /** As {@link #value(Bytes, ExpressionContext)}, with a value on the stack to begin with, as register rules have it. */
    public static long value(Bytes expression, ExpressionContext context, long first) {
        LocationExpression evaluation = new LocationExpression(expression, context);
        evaluation.stack.push(first);
        evaluation.run(expression, 0);
        return evaluation.stack.pop();
    }

    /** The operand of an expression that is one DW_OP_fbreg and nothing else. */
    public static OptionalLong fromFrameBase(Bytes expression) {
        int size = expression.size();
        // the number's last byte has no bit that says that another follows
        if (size < 2 || expression.u8(0) != Op.FBREG || (expression.u8(size - 1) & 0x80) != 0) {
            return OptionalLong.empty();
        }
        Cursor at = expression.at(1);
        long offset = at.sleb();
        return at.atEnd() ? OptionalLong.of(offset) : OptionalLong.empty();
    }

    /** Whether the expression is DW_OP_call_frame_cfa and nothing else. */
    public static boolean isCfa(Bytes expression) {
        return expression.size() == 1 && expression.u8(0) == Op.CALL_FRAME_CFA;
    }

    private Location result() {
        if (!parts.isEmpty()) {
            if (simple != null) {
                throw expression.malformed(expression.size(), "a location after the last DW_OP_piece");
            }
            return new Location.Composite(List.copyOf(parts));
        }
        return takeSimple();
    }

    private Location takeSimple() {
        Location location;
        if (simple != null) {
            location = simple;
        } else if (stack.isEmpty()) {
            location = new Location.Nowhere();
        } else {
            location = new Location.InMemory(stack.pop());
        }
        simple = null;
        return location;
    }

    private void run(Bytes code, int calls) {
        Cursor at = code.at(0);
        while (!at.atEnd()) {
            if (++steps > MAX_STEPS) {
                throw code.malformed(
                        at.position(), "a location expression that takes more than " + MAX_STEPS + " steps");
            }
            int op = at.u8();
            if (simple != null && op != Op.PIECE && op != Op.BIT_PIECE && op != Op.NOP && op != Op.GNU_UNINIT) {
                throw code.malformed(at.position() - 1, "an operation after a register or implicit location");
            }
            step(op, at, calls);
        }
    }

    private void step(int op, Cursor at, int calls) {
        if (op >= Op.LIT0 && op <= Op.LIT31) {
            stack.push(op - Op.LIT0);
        } else if (op >= Op.REG0 && op <= Op.REG31) {
            simple = new Location.InRegister(op - Op.REG0);
        } else if (op >= Op.BREG0 && op <= Op.BREG31) {
            stack.push(context.register(op - Op.BREG0) + at.sleb());
        } else if (op >= Op.CONST1U && op <= Op.CONSTS) {
            stack.push(Operands.constant(op, at));
        } else if (op >= Op.DUP && op <= Op.ROT) {
            shuffle(op, at);
        } else if (op >= Op.BRA && op <= Op.SKIP) {
            branchOrCompare(op, at);
        } else if (op >= Op.ABS && op <= Op.XOR) {
            calculate(op, at);
        } else {
            other(op, at, calls);
        }
    }

    private void shuffle(int op, Cursor at) {
        switch (op) {
            case Op.DUP -> pick(0);
            case Op.DROP -> stack.pop();
            case Op.OVER -> pick(1);
            case Op.PICK -> pick(at.u8());
            case Op.SWAP -> stack.swap();
            default -> stack.rotate();
        }
    }

    private void pick(int below) {
        stack.push(stack.peek(below), stack.type(below));
    }

    private void branchOrCompare(int op, Cursor at) {
        if (op != Op.BRA && op != Op.SKIP) {
            arithmetic.compare(op, stack);
            return;
        }
        int distance = (short) at.u16();
        if (op == Op.SKIP || stack.pop() != 0) {
            long target = at.position() + distance;
            if (target < 0 || target > at.bytes().size()) {
                throw at.malformed("a branch that leaves its location expression");
            }
            at.position(target);
        }
    }

    private void calculate(int op, Cursor at) {
        switch (op) {
            case Op.ABS, Op.NEG, Op.NOT -> arithmetic.unary(op, stack);
            case Op.PLUS_UCONST -> {
                BaseType type = stack.type(0);
                stack.push(stack.pop() + at.uleb(), type);
            }
            default -> arithmetic.binary(op, stack);
        }
    }

    private void other(int op, Cursor at, int calls) {
        switch (op) {
            case Op.ADDR -> stack.push(context.relocated(at.u64()));
            case Op.ADDRX, Op.GNU_ADDR_INDEX -> stack.push(context.relocated(context.indexed(at.uleb())));
            case Op.CONSTX, Op.GNU_CONST_INDEX -> stack.push(context.indexed(at.uleb()));
            case Op.DEREF -> stack.push(context.memory(stack.pop(), 8));
            case Op.DEREF_SIZE -> stack.push(context.memory(stack.pop(), Operands.size(at)));
            case Op.DEREF_TYPE, Op.GNU_DEREF_TYPE -> {
                int size = Operands.size(at);
                BaseType type = type(at.uleb());
                stack.push(context.memory(stack.pop(), size), type);
            }
            case Op.XDEREF, Op.XDEREF_SIZE, Op.XDEREF_TYPE ->
                throw new Unavailable("", "its expression reads another address space");
            case Op.REGX -> simple = new Location.InRegister(Operands.registerNumber(at));
            case Op.BREGX -> {
                int number = Operands.registerNumber(at);
                stack.push(context.register(number) + at.sleb());
            }
            case Op.FBREG -> stack.push(context.frameBase() + at.sleb());
            case Op.CALL_FRAME_CFA -> stack.push(context.cfa());
            case Op.FORM_TLS_ADDRESS, Op.GNU_PUSH_TLS_ADDRESS -> stack.push(context.threadLocal(stack.pop()));
            case Op.PUSH_OBJECT_ADDRESS -> stack.push(context.objectAddress());
            case Op.NOP, Op.GNU_UNINIT -> {}
            case Op.PIECE -> part(Operands.bits(at.uleb(), at), 0);
            case Op.BIT_PIECE -> {
                long bits = at.uleb();
                part(bits, at.uleb());
            }
            case Op.STACK_VALUE -> {
                BaseType type = stack.type(0);
                simple = new Location.Known(Operands.littleEndian(stack.pop(), type.size()));
            }
            case Op.IMPLICIT_VALUE -> simple = new Location.Known(Operands.block(at.uleb(), at));
            case Op.IMPLICIT_POINTER, Op.GNU_IMPLICIT_POINTER -> {
                long die = at.u32();
                simple = new Location.ImplicitPointer(die, at.sleb());
            }
            case Op.CALL2 -> call(at.u16(), true, calls);
            case Op.CALL4 -> call(at.u32(), true, calls);
            case Op.CALL_REF -> call(at.u32(), false, calls);
            case Op.ENTRY_VALUE, Op.GNU_ENTRY_VALUE -> stack.push(context.entryValue(at.take(at.uleb())));
            case Op.GNU_PARAMETER_REF -> stack.push(context.parameterReference(at.u32()));
            case Op.GNU_VARIABLE_VALUE -> throw new Unavailable("", "its expression needs another variable's value");
            case Op.CONST_TYPE, Op.GNU_CONST_TYPE -> {
                BaseType type = type(at.uleb());
                stack.push(Operands.number(Operands.block(at.u8(), at), at), type);
            }
            case Op.REGVAL_TYPE, Op.GNU_REGVAL_TYPE -> {
                int number = Operands.registerNumber(at);
                stack.push(context.register(number), type(at.uleb()));
            }
            case Op.CONVERT, Op.GNU_CONVERT -> arithmetic.convert(stack, type(at.uleb()));
            case Op.REINTERPRET, Op.GNU_REINTERPRET -> arithmetic.reinterpret(stack, type(at.uleb()));
            default ->
                throw at.bytes()
                        .malformed(
                                at.position() - 1,
                                "an operation 0x" + Integer.toHexString(op) + " that no version of DWARF has");
        }
    }

    private void part(long bits, long bitOffset) {
        if (bits < 0 || bitOffset < 0) {
            throw expression.malformed(0, "a piece of a wild size");
        }
        parts.add(new Location.Part(takeSimple(), bits, bitOffset));
    }

    private void call(long die, boolean inUnit, int calls) {
        if (calls == MAX_CALLS) {
            throw expression.malformed(0, "location expressions that call each other without end");
        }
        Optional<Bytes> called = context.locationOf(die, inUnit);
        if (called.isPresent()) {
            run(called.get(), calls + 1);
        }
    }

    private BaseType type(long dieInUnit) {
        BaseType type = dieInUnit == 0 ? BaseType.GENERIC : context.baseType(dieInUnit);
        if (type.size() < 1 || type.size() > 8 || type.kind() == Kind.FLOAT && type.size() != 4 && type.size() != 8) {
            throw new Unavailable("", "its expression computes with a type of " + type.size() + " bytes");
        }
        return type;
    }
}
