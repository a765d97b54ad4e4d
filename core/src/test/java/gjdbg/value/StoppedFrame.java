package gjdbg.value;

import gjdbg.elf.FileAddress;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Position;
import gjdbg.symbol.Program;
import gjdbg.target.Address;
import gjdbg.target.Register;
import gjdbg.target.Registers;
import gjdbg.target.TargetThread;
import gjdbg.unwind.Frame;
import java.util.List;
import java.util.Optional;

/** The innermost frame of a stopped thread in Go code, with the inlined calls that its PC is in. */
record StoppedFrame(TargetThread thread, LoadedModule loaded, int index) implements Frame {
    static StoppedFrame of(TargetThread thread, Program program) {
        Address pc = new Address(thread.registers().get(Register.RIP));
        return new StoppedFrame(thread, program.moduleAt(pc).orElseThrow(), 0);
    }

    private FileAddress filePc() {
        return loaded.toFile(pc());
    }

    private List<Position> positions() {
        return loaded.symbols().positionsAt(filePc());
    }

    @Override
    public Address pc() {
        return new Address(thread.registers().get(Register.RIP));
    }

    @Override
    public Address lookupPc() {
        return pc();
    }

    @Override
    public Address cfa() {
        int delta = loaded.symbols().stackDelta(filePc()).orElseThrow();
        return new Address(thread.registers().get(Register.RSP)).plus(delta + 8);
    }

    @Override
    public Registers registers() {
        return thread.registers();
    }

    @Override
    public Optional<LoadedModule> module() {
        return Optional.of(loaded);
    }

    @Override
    public Position position() {
        return positions().get(index);
    }

    @Override
    public Optional<Frame> caller() {
        return index + 1 < positions().size()
                ? Optional.of(new StoppedFrame(thread, loaded, index + 1))
                : Optional.empty();
    }
}
