package gjdbg.unwind;

import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Position;
import gjdbg.target.Address;
import gjdbg.target.Registers;
import gjdbg.target.TargetThread;
import java.util.Optional;

/** A physical frame, or one of the inlined calls in it. */
final class StackFrame implements Frame {
    private final PhysicalFrame physical;
    /** 0 is the innermost inlined call at the PC. */
    private final int level;

    private final int index;
    private Optional<Frame> caller;

    StackFrame(PhysicalFrame physical, int level, int index) {
        this.physical = physical;
        this.level = level;
        this.index = index;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public TargetThread thread() {
        return physical.thread();
    }

    @Override
    public Address pc() {
        return physical.pc();
    }

    @Override
    public Address lookupPc() {
        return physical.lookupPc();
    }

    @Override
    public Address cfa() {
        return physical.cfa();
    }

    @Override
    public Registers registers() {
        return physical.registers();
    }

    @Override
    public Optional<LoadedModule> module() {
        return physical.module();
    }

    @Override
    public Position position() {
        return physical.positions().get(level);
    }

    @Override
    public Optional<Frame> caller() {
        if (caller == null) {
            caller = level + 1 < physical.positions().size()
                    ? Optional.of(new StackFrame(physical, level + 1, index + 1))
                    : physical.caller().map(outer -> outer.innermost(index + 1));
        }
        return caller;
    }
}
