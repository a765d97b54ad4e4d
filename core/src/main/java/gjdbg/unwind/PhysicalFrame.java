package gjdbg.unwind;

import gjdbg.elf.FileAddress;
import gjdbg.error.GjdbgException;
import gjdbg.gosym.GoFunction;
import gjdbg.gosym.GoLineTable;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Position;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.Register;
import gjdbg.target.Registers;
import gjdbg.target.TargetThread;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The frame of one physical function. What is inlined at its PC becomes frames of its own. */
final class PhysicalFrame {
    private static final Position UNKNOWN = new Position("", "", 0, false);

    private final Unwinder unwinder;
    private final TargetThread thread;
    private final Address pc;
    private final Address sp;
    /** Whether the PC is that of an instruction about to run, not a return address. */
    private final boolean exact;

    private final Registers registers;
    /** How often the walk has gone from one stack to another, which a corrupt stack could do for ever. */
    private final int switched;

    private Optional<LoadedModule> module;
    private Optional<GoFunction> go;
    private List<Position> positions;
    private Address cfa;
    private Address lookupPc;

    PhysicalFrame(
            Unwinder unwinder,
            TargetThread thread,
            Address pc,
            Address sp,
            boolean exact,
            Registers registers,
            int switched) {
        this.unwinder = unwinder;
        this.thread = thread;
        this.pc = pc;
        this.sp = sp;
        this.exact = exact;
        this.registers = registers;
        this.switched = switched;
    }

    Frame innermost(int index) {
        return new StackFrame(this, 0, index);
    }

    TargetThread thread() {
        return thread;
    }

    Address pc() {
        return pc;
    }

    Address lookupPc() {
        if (lookupPc == null) {
            // the runtime makes contexts up that begin at a function's entry: no call returns there
            lookupPc = exact || isEntry() ? pc : pc.plus(-1);
        }
        return lookupPc;
    }

    private boolean isEntry() {
        if (module().isEmpty()) {
            return false;
        }
        FileAddress at = module().get().toFile(pc);
        return module()
                .get()
                .symbols()
                .functionAt(at)
                .filter(function -> function.entry().equals(at))
                .isPresent();
    }

    Registers registers() {
        return registers;
    }

    Optional<LoadedModule> module() {
        if (module == null) {
            module = unwinder.program().moduleAt(pc);
        }
        return module;
    }

    /** The CFA; outside Go code, where no rule is known, the stack pointer. */
    Address cfa() {
        if (cfa == null) {
            OptionalInt delta =
                    module().isPresent() ? module().get().symbols().stackDelta(filePc()) : OptionalInt.empty();
            cfa = delta.isPresent() ? frameStart().plus(delta.getAsInt() + 8L) : sp;
        }
        return cfa;
    }

    /** Innermost inlined call first; never empty. */
    List<Position> positions() {
        if (positions == null) {
            List<Position> known =
                    module().map(m -> m.symbols().positionsAt(filePc())).orElse(List.of());
            positions = known.isEmpty() ? List.of(UNKNOWN) : known;
        }
        return positions;
    }

    /** The next physical frame outwards that Go shows; empty at the end of the stack. */
    Optional<PhysicalFrame> caller() {
        PhysicalFrame inner = this;
        while (true) {
            Optional<PhysicalFrame> found;
            try {
                found = inner.next();
            } catch (GjdbgException e) {
                // a stack that can't be read ends here
                return Optional.empty();
            }
            if (found.isEmpty()) {
                return found;
            }
            PhysicalFrame outer = found.get();
            if (!outer.isHiddenWrapper(inner)) {
                return found;
            }
            inner = outer;
        }
    }

    private Optional<PhysicalFrame> next() {
        Memory memory = unwinder.memory();
        if (SignalFrames.isRestorer(memory, pc)) {
            RecoveredRegisters before = SignalFrames.interrupted(memory, sp);
            return frame(before.get(Register.RIP), before.get(Register.RSP), true, before, switched + 1);
        }
        Optional<GoFunction> function = go();
        if (function.isEmpty()) {
            return resumeAt(unwinder.switches().leftForForeignCode(thread));
        }
        if (function.get().isTopFrame()) {
            // on a system stack its user goroutine's stack is still to come
            return resumeAt(unwinder.switches().leftFor(thread, sp));
        }
        if (!exact && function.get().isSpWrite() && !isSystemStack() && !functionIs("runtime.cgocallback")) {
            return resumeAt(unwinder.switches().leftFor(thread, sp));
        }
        Address top = cfa();
        if (switched == 0 && top.compareTo(sp) < 0) {
            return Optional.empty();
        }
        Address returnTo = memory.pointer(top.plus(-8));
        if (returnTo.value() == 0) {
            return Optional.empty();
        }
        RecoveredRegisters callers =
                new RecoveredRegisters().with(Register.RIP, returnTo.value()).with(Register.RSP, top.value());
        if (top.value() - frameStart().value() >= 16) {
            callers.with(Register.RBP, memory.u64(top.plus(-16)));
        } else if (registers.has(Register.RBP)) {
            callers.with(Register.RBP, registers.get(Register.RBP));
        }
        return frame(returnTo.value(), top.value(), isInjectedCall(), callers, switched);
    }

    private Optional<PhysicalFrame> resumeAt(Optional<SavedContext> saved) {
        if (saved.isEmpty()) {
            return Optional.empty();
        }
        RecoveredRegisters registers = new RecoveredRegisters()
                .with(Register.RIP, saved.get().pc().value())
                .with(Register.RSP, saved.get().sp().value())
                .with(Register.RBP, saved.get().bp().value());
        return frame(saved.get().pc().value(), saved.get().sp().value(), false, registers, switched + 1);
    }

    private Optional<PhysicalFrame> frame(long at, long stack, boolean exactly, Registers known, int switches) {
        boolean endless = switches > 16 || (switches == switched && Long.compareUnsigned(stack, sp.value()) <= 0);
        return endless
                ? Optional.empty()
                : Optional.of(new PhysicalFrame(
                        unwinder, thread, new Address(at), new Address(stack), exactly, known, switches));
    }

    /** runtime.systemstack returns normally, but on the stack that it came from (runtime/traceback.go). */
    private Address frameStart() {
        if (!exact && isSystemStack()) {
            Optional<SavedContext> left = unwinder.switches().leftFor(thread, sp);
            if (left.isPresent()) {
                return left.get().sp();
            }
        }
        return sp;
    }

    private boolean isSystemStack() {
        return functionIs("runtime.systemstack");
    }

    /** A call that the runtime made the thread seem to do: its return address is the instruction it was at. */
    private boolean isInjectedCall() {
        return functionIs("runtime.sigpanic")
                || functionIs("runtime.asyncPreempt")
                || functionIs("runtime.debugCallV2")
                || functionIs("runtime.sigpanic0");
    }

    private boolean functionIs(String name) {
        return go().isPresent() && go().get().name().equals(name);
    }

    /** Go leaves wrappers out of its stack traces, unless they are what panicked (runtime/traceback.go). */
    private boolean isHiddenWrapper(PhysicalFrame callee) {
        return go().isPresent()
                && go().get().funcId() == unwinder.wrapperId(module().orElseThrow())
                && !callee.functionIs("runtime.gopanic")
                && !callee.functionIs("runtime.sigpanic")
                && !callee.functionIs("runtime.panicwrap");
    }

    private Optional<GoFunction> go() {
        if (go == null) {
            Optional<GoLineTable> table = module().flatMap(m -> m.symbols().goLineTable());
            go = table.flatMap(lines -> lines.functionAt(filePc()));
        }
        return go;
    }

    private FileAddress filePc() {
        return module().orElseThrow().toFile(lookupPc());
    }
}
