package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.Register;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.type.Types;
import gjdbg.unwind.Frame;
import java.util.ArrayList;
import java.util.List;

/**
 * The calls that a frame has deferred and that have not begun: in the frame itself where the compiler made code for them
 * there, or else in the goroutine's chain of records (runtime/panic.go).
 */
final class Deferred {
    private static final int MOST = 10_000;
    /** What runtime.badDefer returns: the loop's body has ended. */
    private static final long BAD = 1;

    private final Frame frame;
    private final Types types;
    private final ValueContext context;
    private final Memory memory;
    private final List<Value> found = new ArrayList<>();

    Deferred(Frame frame, Types types, ValueContext context) {
        this.frame = frame;
        this.types = types;
        this.context = context;
        memory = context.memory();
    }

    /**
     * Func values, the one that runs first at the front.
     *
     * @param goroutine the address of its runtime.g
     * @throws Unavailable when the debugging information lacks the runtime's structs
     */
    List<Value> of(Address goroutine) {
        if (frame.position().inlined()) {
            return List.of();
        }
        Type func = types.get("func()");
        RuntimeStruct g = new RuntimeStruct(types.get("runtime.g"));
        RuntimeStruct record = g.struct("_defer");
        for (Address slot : OpenCodedDefers.of(frame, memory, record)) {
            found.add(TypedValue.inMemory(func, slot, context));
        }
        chain(memory.pointer(goroutine.plus(g.offset("_defer"))), record, func, false);
        return found;
    }

    /** @param all whether each of them is the frame's, as in the list of a range-over-func loop */
    private void chain(Address first, RuntimeStruct record, Type func, boolean all) {
        long low = frame.registers().get(Register.RSP);
        LoopGuard guard = new LoopGuard();
        Address at = first;
        for (int i = 0; at.value() != 0 && at.value() != BAD; i++) {
            if (i == MOST || guard.seen(at.value())) {
                throw new Unavailable("", "the goroutine's list of deferred calls has no end");
            }
            RuntimeStruct.Bits bits = record.at(at, memory);
            boolean own =
                    bits.word("sp") >= low && bits.word("sp") < frame.cfa().value();
            if (own || all) {
                add(at, record, bits, func, all);
            } else if (bits.word("sp") >= frame.cfa().value()) {
                return;
            }
            at = new Address(bits.word("link"));
        }
    }

    private void add(Address at, RuntimeStruct record, RuntimeStruct.Bits bits, Type func, boolean nested) {
        if (record.has("rangefunc") && bits.word("rangefunc") != 0 && !nested) {
            chain(memory.pointer(new Address(bits.word("head"))), record, func, true);
            return;
        }
        boolean begun = record.has("started") && bits.word("started") != 0;
        if (!begun && bits.word("fn") != 0) {
            Type.Field fn = record.field("fn");
            Type type = fn.type().kind() == TypeKind.FUNC ? fn.type() : func;
            found.add(TypedValue.inMemory(type, at.plus(fn.offset()), context));
        }
    }
}
