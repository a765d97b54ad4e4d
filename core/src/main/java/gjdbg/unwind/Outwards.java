package gjdbg.unwind;

import gjdbg.error.GjdbgException;
import gjdbg.gosym.GoFunction;
import gjdbg.target.Address;
import gjdbg.target.Register;
import java.util.Optional;

/** The way from one physical frame to the next, by Go's stack deltas, what the runtime saves when it changes stacks, and call frame information. */
final class Outwards {
    /** A corrupt stack could lead back and forth for ever. */
    private static final int MOST_SWITCHES = 16;
    /** For two results and the alignment, in bytes (runtime/sys_linux_amd64.s). */
    private static final int MOST_MOVED = 32;

    private Outwards() {}

    static Optional<PhysicalFrame> next(PhysicalFrame frame, Walk walk) {
        Context at = frame.context();
        Optional<GoFunction> function = frame.go();
        if (function.isEmpty()) {
            return fromForeignCode(frame, walk);
        }
        return switch (frame.role()) {
            case RESTORER -> interrupted(frame, walk);
            case SYSTEM_CALLER, MOVER, HANDLER, INJECTED, FAULT, PANIC -> returned(frame, walk);
            case LEAVER -> {
                // a thread between two goroutines has left the one, and nothing says which
                boolean left = walk.goStack().isEmpty();
                yield !left && isOnOwnStack(at, walk) ? returned(frame, walk) : resumed(frame, walk, scheduled(walk));
            }
            case C_CALLER -> isOnOwnStack(at, walk) ? returned(frame, walk) : resumed(frame, walk, scheduled(walk));
            case GOER -> resumed(frame, walk, isOnOwnStack(at, walk) ? arriving(walk, at.sp()) : scheduled(walk));
            case CLOCK -> {
                Optional<SavedContext> clock = walk.goStack().flatMap(GoStack::clock);
                yield clock.isPresent() && at.exact() ? resumed(frame, walk, clock) : returned(frame, walk);
            }
            case ALIGNER -> returnsToCall(frame, walk) ? returned(frame, walk) : Optional.empty();
            case ORDINARY -> {
                if (function.get().isTopFrame()) {
                    yield Optional.empty();
                }
                // the deltas hold before and after it writes the stack pointer, not meanwhile
                boolean uncertain = function.get().isSpWrite();
                yield uncertain && !(at.exact() && returnsToCall(frame, walk))
                        ? Optional.empty()
                        : returned(frame, walk);
            }
        };
    }

    /** The stack pointer to which the stack delta at the frame's PC is added. */
    static Address frameStart(PhysicalFrame frame, Walk walk) {
        Address sp = frame.context().sp();
        return switch (frame.role()) {
            case SYSTEM_CALLER -> onGoroutine(frame, walk).orElse(sp);
            case ALIGNER -> before(frame, Register.RBX);
            case CLOCK -> before(frame, Register.R12);
            default -> sp;
        };
    }

    private static Optional<Address> onGoroutine(PhysicalFrame frame, Walk walk) {
        Address sp = frame.context().sp();
        return walk.goStack()
                .filter(stack -> !stack.contains(sp) && (!frame.context().exact() || stack.isSystemTop(sp)))
                .map(stack -> stack.scheduled().sp());
    }

    /** The stack pointer before it was moved for a call of C, which the register keeps meanwhile. */
    private static Address before(PhysicalFrame frame, Register keeper) {
        Address sp = frame.context().sp();
        if (!frame.registers().has(keeper)) {
            return sp;
        }
        long moved = frame.registers().get(keeper) - sp.value();
        return moved > 0 && moved < MOST_MOVED ? sp.plus(moved) : sp;
    }

    private static Optional<PhysicalFrame> returned(PhysicalFrame frame, Walk walk) {
        Address start = frameStart(frame, walk);
        Address cfa = frame.cfa();
        Address pc = walk.memory().pointer(cfa.plus(-8));
        RecoveredRegisters registers =
                new RecoveredRegisters().with(Register.RIP, pc.value()).with(Register.RSP, cfa.value());
        if (cfa.value() - start.value() >= 16) {
            registers.with(Register.RBP, walk.memory().u64(cfa.plus(-16)));
        } else if (frame.registers().has(Register.RBP)) {
            registers.with(Register.RBP, frame.registers().get(Register.RBP));
        }
        boolean switched = !start.equals(frame.context().sp());
        return outer(frame, walk, registers, frame.role().interrupts(), switched);
    }

    private static Optional<PhysicalFrame> resumed(PhysicalFrame frame, Walk walk, Optional<SavedContext> saved) {
        if (saved.isEmpty()) {
            return Optional.empty();
        }
        RecoveredRegisters registers = new RecoveredRegisters()
                .with(Register.RIP, saved.get().pc().value())
                .with(Register.RSP, saved.get().sp().value());
        if (saved.get().bp().value() != 0) {
            registers.with(Register.RBP, saved.get().bp().value());
        }
        return outer(frame, walk, registers, false, true);
    }

    private static Optional<PhysicalFrame> interrupted(PhysicalFrame frame, Walk walk) {
        RecoveredRegisters before =
                SignalFrames.interrupted(walk.memory(), frame.context().sp());
        return outer(frame, walk, before, true, true);
    }

    private static Optional<PhysicalFrame> fromForeignCode(PhysicalFrame frame, Walk walk) {
        Context at = frame.context();
        if (SignalFrames.isRestorer(walk.memory(), at.pc(), at.exact())) {
            return interrupted(frame, walk);
        }
        Optional<GoStack> stack = walk.goStack();
        // the runtime calls the vDSO in ways of its own
        if (stack.isEmpty() || stack.get().clock().isEmpty() && !stack.get().contains(at.sp())) {
            Optional<PhysicalFrame> caller = frame.called().flatMap(called -> calledBy(frame, called, walk));
            if (caller.isPresent() || stack.isEmpty()) {
                return caller;
            }
        }
        if (!stack.get().contains(at.sp())) {
            return resumed(frame, walk, stack.map(GoStack::underForeignCode));
        }
        if (!at.exact()) {
            return Optional.empty();
        }
        // no code but Go's runs on a goroutine's stack: a call has gone astray
        RecoveredRegisters registers = new RecoveredRegisters()
                .with(Register.RIP, walk.memory().u64(at.sp()))
                .with(Register.RSP, at.sp().value() + 8);
        return outer(frame, walk, registers, false, false);
    }

    private static Optional<PhysicalFrame> calledBy(PhysicalFrame frame, CalledFrame called, Walk walk) {
        RecoveredRegisters registers;
        try {
            registers = called.callersRegisters();
        } catch (GjdbgException e) {
            return Optional.empty();
        }
        if (!registers.has(Register.RIP) || registers.get(Register.RIP) == 0) {
            return Optional.empty();
        }
        return outer(frame, walk, registers, called.row().signal(), called.row().signal());
    }

    private static boolean isOnOwnStack(Context at, Walk walk) {
        return walk.goStack().map(stack -> stack.contains(at.sp())).orElse(true);
    }

    private static Optional<SavedContext> scheduled(Walk walk) {
        return walk.goStack().map(GoStack::scheduled);
    }

    /** runtime.gogo has taken the stack pointer over already, and cleared it. */
    private static Optional<SavedContext> arriving(Walk walk, Address sp) {
        return scheduled(walk).map(saved -> new SavedContext(saved.pc(), sp, new Address(0)));
    }

    private static boolean returnsToCall(PhysicalFrame frame, Walk walk) {
        Address pc = walk.memory().pointer(frame.cfa().plus(-8));
        return walk.program().moduleAt(pc).isPresent() && CallSites.isAfterCall(walk.memory(), pc);
    }

    private static Optional<PhysicalFrame> outer(
            PhysicalFrame inner, Walk walk, RecoveredRegisters registers, boolean exact, boolean switched) {
        Context from = inner.context();
        Address pc = new Address(registers.get(Register.RIP));
        Address sp = new Address(registers.get(Register.RSP));
        int switches = from.switches() + (switched ? 1 : 0);
        if (switches > MOST_SWITCHES || !switched && sp.compareTo(from.sp()) <= 0) {
            return Optional.empty();
        }
        PhysicalFrame outer =
                new PhysicalFrame(walk, new Context(pc, sp, exact, registers, Optional.of(inner), switches));
        return exact || outer.module().isPresent() ? Optional.of(outer) : Optional.empty();
    }
}
