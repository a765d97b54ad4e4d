package gjdbg.expr;

import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Position;
import gjdbg.target.Address;
import gjdbg.target.Register;
import gjdbg.target.Registers;
import gjdbg.target.TargetThread;
import gjdbg.unwind.Frame;
import java.util.Optional;

/** A frame of code that keeps a frame pointer, as gcc's does without optimisation: its CFA needs no table. */
record WithFramePointer(Frame frame) implements Frame {
    @Override
    public Address cfa() {
        return new Address(registers().get(Register.RBP)).plus(16);
    }

    @Override
    public int index() {
        return frame.index();
    }

    @Override
    public Address pc() {
        return frame.pc();
    }

    @Override
    public Address lookupPc() {
        return frame.lookupPc();
    }

    @Override
    public Registers registers() {
        return frame.registers();
    }

    @Override
    public Optional<LoadedModule> module() {
        return frame.module();
    }

    @Override
    public Position position() {
        return frame.position();
    }

    @Override
    public Optional<Frame> caller() {
        return frame.caller();
    }

    @Override
    public TargetThread thread() {
        return frame.thread();
    }
}
