package gjdbg.value;

import gjdbg.elf.FileAddress;
import gjdbg.error.Unavailable;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Position;
import gjdbg.target.Address;
import gjdbg.target.Register;
import gjdbg.target.Registers;
import gjdbg.target.TargetThread;
import gjdbg.unwind.Frame;
import java.util.List;
import java.util.Optional;

/** A frame of no process at some PC; its registers are small multiples of a page. */
record MadeUpFrame(LoadedModule loaded, FileAddress at) implements Frame {
    @Override
    public int index() {
        return 0;
    }

    @Override
    public TargetThread thread() {
        throw new Unavailable("", "there is no thread");
    }

    @Override
    public Address pc() {
        return loaded.toMemory(at);
    }

    @Override
    public Address lookupPc() {
        return pc();
    }

    @Override
    public Address cfa() {
        return new Address(0x7fff0000);
    }

    @Override
    public Registers registers() {
        return new Fixed();
    }

    @Override
    public Optional<LoadedModule> module() {
        return Optional.of(loaded);
    }

    @Override
    public Position position() {
        List<Position> positions = loaded.symbols().positionsAt(at);
        Position position = positions.isEmpty() ? new Position("main", "", 0, false) : positions.getLast();
        return new Position(position.function(), position.file(), position.line(), false);
    }

    @Override
    public Optional<Frame> caller() {
        return Optional.empty();
    }

    private record Fixed() implements Registers {
        @Override
        public boolean has(Register register) {
            return true;
        }

        @Override
        public void setVector(int number, byte[] bytes) {
            throw new Unavailable("", "there is no process");
        }

        @Override
        public long get(Register register) {
            return 0x1000L * (register.ordinal() + 1);
        }

        @Override
        public void set(Register register, long value) {
            throw new Unavailable("", "there is no process");
        }

        @Override
        public byte[] vector(int number) {
            return new byte[16];
        }
    }
}
