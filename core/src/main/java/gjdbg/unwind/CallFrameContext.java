package gjdbg.unwind;

import gjdbg.dwarf.expr.ExpressionContext;
import gjdbg.elf.FileAddress;
import gjdbg.error.Unavailable;
import gjdbg.symbol.LoadedModule;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.Register;
import gjdbg.target.Registers;

/** What the expressions of call frame information may ask (DWARF 5, section 6.4.2). */
record CallFrameContext(Registers registers, Memory memory, LoadedModule module) implements ExpressionContext {
    @Override
    public long register(int number) {
        return registers.get(Register.ofDwarf(number)
                .orElseThrow(() -> new Unavailable("", "a frame depends on register number " + number)));
    }

    @Override
    public long frameBase() {
        throw new Unavailable("", "a frame's rule depends on the function's frame base");
    }

    @Override
    public long cfa() {
        throw new Unavailable("", "a frame's rule depends on the frame's own address");
    }

    @Override
    public long memory(long address, int size) {
        return memory.unsigned(new Address(address), size);
    }

    @Override
    public long relocated(long fileAddress) {
        return module.toMemory(new FileAddress(fileAddress)).value();
    }
}
