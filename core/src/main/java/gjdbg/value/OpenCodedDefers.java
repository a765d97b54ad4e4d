package gjdbg.value;

import gjdbg.bytes.Bytes;
import gjdbg.elf.FileAddress;
import gjdbg.error.Unavailable;
import gjdbg.gosym.GoFunction;
import gjdbg.gosym.GoLineTable;
import gjdbg.symbol.LoadedModule;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.Register;
import gjdbg.unwind.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deferred calls that optimised code keeps in its frame: a byte of bits tells which are pending, and FUNCDATA where that
 * byte and their func values are (runtime/panic.go, initOpenCodedDefers, and runOpenDeferFrame before 1.22).
 */
final class OpenCodedDefers {
    private static final int MOST = 8;
    /** How far from the entry the code may be that clears the bits. */
    private static final int PROLOGUE = 512;

    private final Frame frame;
    private final Memory memory;
    private final RuntimeStruct record;
    private final Address variables;
    private Address at;

    private OpenCodedDefers(Frame frame, Memory memory, RuntimeStruct record, Address funcdata) {
        this.frame = frame;
        this.memory = memory;
        this.record = record;
        // The return address and the saved frame pointer lie between the variables and the CFA.
        variables = frame.cfa().plus(-16);
        at = funcdata;
    }

    /**
     * Where the func values of those pending are, the one that runs first at the front.
     *
     * @param record runtime._defer, whose fields tell the releases apart
     */
    static List<Address> of(Frame frame, Memory memory, RuntimeStruct record) {
        Optional<LoadedModule> module = frame.module();
        Optional<GoLineTable> table = module.flatMap(each -> each.symbols().goLineTable());
        if (table.isEmpty()) {
            return List.of();
        }
        FileAddress pc = module.get().toFile(frame.lookupPc());
        Optional<GoFunction> function = table.get().functionAt(pc);
        Optional<FileAddress> info = function.flatMap(each -> each.funcdata(GoFunction.FUNCDATA_OPEN_CODED_DEFER_INFO));
        return info.isEmpty()
                ? List.of()
                : new OpenCodedDefers(frame, memory, record, module.get().toMemory(info.get()))
                        .pending(module.get().toMemory(function.get().entry()));
    }

    private List<Address> pending(Address entry) {
        boolean named = record.has("siz");
        if (named) {
            number();
        }
        Address bitsAt = variables.plus(-number());
        int bits = areCleared(entry, bitsAt) ? memory.u8(bitsAt) : 0;
        List<Address> slots = new ArrayList<>();
        if (record.has("rangefunc")) {
            Address first = variables.plus(-number());
            for (int i = MOST - 1; i >= 0; i--) {
                if ((bits & 1 << i) != 0) {
                    slots.add(first.plus(8 * i));
                }
            }
            return slots;
        }
        for (int i = Math.min(number(), MOST) - 1; i >= 0; i--) {
            if (named) {
                number();
            }
            Address slot = variables.plus(-number());
            if (named && number() > 0) {
                throw new Unavailable("", "its calls keep arguments of their own, which gjdbg does not read");
            }
            if ((bits & 1 << i) != 0) {
                slots.add(slot);
            }
        }
        return slots;
    }

    /** A number as the funcdata has it: seven bits a byte, the lowest first. */
    private int number() {
        int number = 0;
        for (int shift = 0; shift <= 28; shift += 7) {
            int next = memory.u8(at);
            at = at.plus(1);
            number |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return number;
            }
        }
        throw new Unavailable("", "its table of deferred calls is damaged");
    }

    /** Whether the frame is past the instruction {@code MOVB $0, bits(SP)}; before it the byte is of an earlier frame. */
    private boolean areCleared(Address entry, Address bitsAt) {
        int displacement = (int) (bitsAt.value() - frame.registers().get(Register.RSP));
        long length = Math.min(PROLOGUE, frame.pc().value() - entry.value());
        if (length <= 0) {
            return false;
        }
        byte[] code = memory.bytes(entry, (int) length);
        for (int i = 0; i + 5 <= code.length; i++) {
            boolean store = code[i] == (byte) 0xc6 && code[i + 2] == 0x24;
            boolean near = store && code[i + 1] == 0x44 && code[i + 3] == displacement && code[i + 4] == 0;
            boolean far = store
                    && code[i + 1] == (byte) 0x84
                    && i + 8 <= code.length
                    && Bytes.of("", "", code).i32(i + 3) == displacement
                    && code[i + 7] == 0;
            if (near || far) {
                return true;
            }
        }
        return length == PROLOGUE;
    }
}
