package gjdbg.unwind;

import gjdbg.error.GjdbgException;
import gjdbg.gosym.GoFunction;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Position;
import gjdbg.target.Address;
import gjdbg.target.Registers;
import gjdbg.target.TargetThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The frame of one physical function. What is inlined at its PC becomes frames of its own. */
final class PhysicalFrame {
    private static final List<Position> UNKNOWN = List.of(new Position("", "", 0, false));

    private final Walk walk;
    private final Context context;
    private Optional<LoadedModule> module;
    private CodeFacts facts;
    private List<Position> positions;
    private Address cfa;
    private Address lookupPc;
    private Optional<CalledFrame> called;

    PhysicalFrame(Walk walk, Context context) {
        this.walk = walk;
        this.context = context;
    }

    Frame innermost(int index) {
        return new StackFrame(this, 0, index);
    }

    TargetThread thread() {
        return walk.thread();
    }

    Context context() {
        return context;
    }

    Address pc() {
        return context.pc();
    }

    Address lookupPc() {
        if (lookupPc == null) {
            // the runtime makes contexts up that begin at a function's entry: no call returns there
            lookupPc = context.exact() || isEntry() ? pc() : pc().plus(-1);
        }
        return lookupPc;
    }

    private boolean isEntry() {
        return module().isPresent() && walk.code(module().get(), pc()).isEntry();
    }

    Registers registers() {
        return context.registers();
    }

    Optional<LoadedModule> module() {
        if (module == null) {
            module = walk.program().moduleAt(pc());
        }
        return module;
    }

    /** The CFA; where no rule is known, or it can't be followed, the stack pointer. */
    Address cfa() {
        if (cfa == null) {
            OptionalInt delta =
                    module().isPresent() ? walk.code(module().get(), deltaPc()).stackDelta() : OptionalInt.empty();
            cfa = delta.isPresent()
                    ? Outwards.frameStart(this, walk).plus(delta.getAsInt() + 8L)
                    : called().map(CalledFrame::cfa).orElse(context.sp());
        }
        return cfa;
    }

    /** What the file's call frame information says of the frame; empty in Go code, and where it says nothing. */
    Optional<CalledFrame> called() {
        if (called == null) {
            try {
                called = module().isPresent()
                        ? facts().unwindRow().map(row -> CalledFrame.of(row, this, walk))
                        : Optional.empty();
            } catch (GjdbgException e) {
                // what can't be read is as good as missing: the stack ends here
                called = Optional.empty();
            }
        }
        return called;
    }

    private Address deltaPc() {
        boolean resumed =
                context.callee().map(callee -> callee.role().resumes()).orElse(false);
        return resumed ? pc() : lookupPc();
    }

    /** Those that are shown, innermost inlined call first; never empty in a frame that is shown. */
    List<Position> positions() {
        if (positions == null) {
            List<Position> known = module().isPresent() ? facts().positions() : List.of();
            positions = known.isEmpty() ? UNKNOWN : facts().wrapped() ? withoutWrappers(known) : known;
        }
        return positions;
    }

    /** Go leaves wrappers out of its stack traces, unless they are what panicked, or where the thread stands. */
    private List<Position> withoutWrappers(List<Position> known) {
        boolean shown =
                context.callee().map(callee -> callee.role().showsWrappers()).orElse(true);
        List<Position> kept = new ArrayList<>(known.size());
        for (Position position : known) {
            if (shown || !position.wrapper()) {
                kept.add(position);
            }
            shown = false;
        }
        return kept;
    }

    /** The next physical frame outwards that Go shows; empty at the end of the stack. */
    Optional<PhysicalFrame> caller() {
        try {
            Optional<PhysicalFrame> found = Outwards.next(this, walk);
            while (found.isPresent() && found.get().positions().isEmpty()) {
                found = Outwards.next(found.get(), walk);
            }
            return found;
        } catch (GjdbgException e) {
            // a stack that can't be read ends here
            return Optional.empty();
        }
    }

    /** Go's function at the PC; empty for other code. */
    Optional<GoFunction> go() {
        return module().isPresent() ? facts().go() : Optional.empty();
    }

    Role role() {
        return module().isPresent() ? facts().role() : Role.ORDINARY;
    }

    private CodeFacts facts() {
        if (facts == null) {
            facts = walk.code(module().orElseThrow(), lookupPc());
        }
        return facts;
    }
}
