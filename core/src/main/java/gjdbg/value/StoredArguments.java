package gjdbg.value;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;
import gjdbg.dwarf.list.LocationEntry;
import gjdbg.dwarf.list.LocationList;
import gjdbg.elf.FileAddress;
import gjdbg.symbol.ModuleSymbols;
import gjdbg.target.Register;
import gjdbg.target.amd64.Flow;
import gjdbg.target.amd64.Gpr;
import gjdbg.target.amd64.Instruction;
import gjdbg.target.amd64.OpcodeMap;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Where a function of Go has stored arguments that came in registers, by the instructions from its entry to a PC. Its location
 * lists name the registers for as long as they hold the arguments, and optimised code may read either from there on: a
 * debugger that sets one has to set both. The compiler stores them where the caller has left room, above the CFA (Go's
 * internal ABI specification, "spill area"), or in slots that the location list comes to. Go 1.17 has lists that name a slot
 * from the entry on, before anything is stored there.
 */
final class StoredArguments {
    private static final int MOST_BYTES = 512;
    private static final int FIRST_VECTOR = 17;
    private static final int WORD = 8;
    private static final int REG0 = 0x50;
    private static final int REG31 = 0x6f;
    private static final int FBREG = 0x91;
    private static final int PIECE = 0x93;
    private static final int CALL_FRAME_CFA = 0x9c;

    /** @param register as DWARF numbers it */
    private record Store(int register, long fromCfa) {}

    /** One part of a value, in a register or a slot; the other is -1 or empty. */
    private record Part(long offset, long size, int register, OptionalInt fromCfa) {}

    private final long entry;
    private final long pc;
    private final List<Store> stores = new ArrayList<>();
    /** Those that the PC comes to next. */
    private final List<Store> pending = new ArrayList<>();

    /** @param entry of the function that the PC is in */
    StoredArguments(ModuleDebug debug, FileAddress entry, FileAddress pc) {
        this.entry = entry.value();
        this.pc = pc.value();
        if (pc.value() - entry.value() < MOST_BYTES) {
            ModuleSymbols symbols = debug.module().symbols();
            FrameCode.walk(debug, entry.value(), entry.value() + MOST_BYTES, each -> add(each, symbols));
        }
    }

    /** Whether the next one counts too. */
    private boolean add(Instruction instruction, ModuleSymbols symbols) {
        boolean before = instruction.address() < pc;
        if (!before && instruction.flow() != Flow.NEXT) {
            return false;
        }
        int register = stored(instruction);
        OptionalLong slot = register < 0 ? OptionalLong.empty() : FrameCode.slot(symbols, instruction);
        if (slot.isPresent()) {
            (before ? stores : pending).add(new Store(register, slot.getAsLong()));
        }
        return true;
    }

    /** The register that the instruction moves to memory, as DWARF numbers it, or -1. */
    private static int stored(Instruction instruction) {
        int code = instruction.opcode();
        if (instruction.memory().isEmpty()) {
            return -1;
        }
        if (instruction.map() == OpcodeMap.ONE_BYTE && (code == 0x88 || code == 0x89)) {
            return dwarfNumber(Gpr.register(instruction.reg()));
        }
        // MOVSS and MOVSD, MOVUPS
        return instruction.map() == OpcodeMap.MAP_0F && code == 0x11 ? FIRST_VECTOR + instruction.reg() : -1;
    }

    private static int dwarfNumber(Register register) {
        for (int number = 0; number < FIRST_VECTOR; number++) {
            if (Register.ofDwarf(number).filter(register::equals).isPresent()) {
                return number;
            }
        }
        return -1;
    }

    /**
     * The copies of an argument's parts.
     *
     * @param here its expression at the PC
     * @param size of the argument in bytes
     */
    List<StoredCopy> of(LocationList list, Bytes here, long size) {
        if (stores.isEmpty() || !holdsSinceEntry(list, here)) {
            return List.of();
        }
        Set<Part> slots = new HashSet<>();
        for (LocationEntry each : list.entries()) {
            slots.addAll(parts(each.expression(), size));
        }
        List<Part> parts = parts(here, size);
        if (parts.stream().mapToLong(Part::size).sum() > size) {
            // Go 1.17 lists the parts of an interface, string or slice twice
            return List.of();
        }
        List<StoredCopy> copies = new ArrayList<>();
        for (Part part : parts) {
            for (Store store : stores) {
                boolean own = store.fromCfa() >= 0
                        || slots.contains(
                                new Part(part.offset(), part.size(), -1, OptionalInt.of((int) store.fromCfa())));
                if (part.register() == store.register() && own) {
                    copies.add(new StoredCopy(part.offset(), part.size(), store.fromCfa()));
                }
            }
        }
        return List.copyOf(copies);
    }

    /** Else the registers may have held something else when they were stored. */
    private boolean holdsSinceEntry(LocationList list, Bytes here) {
        return list.entries().stream()
                .anyMatch(each ->
                        !each.fallback() && each.start().value() == entry && sameRegisters(each.expression(), here));
    }

    /**
     * An argument's expression with registers in the place of slots that they are still to be stored in.
     *
     * @param here that at the PC
     */
    Bytes corrected(LocationList list, Bytes here) {
        boolean sinceEntry = list.entries().stream()
                .anyMatch(each -> !each.fallback()
                        && each.start().value() == entry
                        && each.end().value() > pc);
        if (pending.isEmpty() || !sinceEntry) {
            return here;
        }
        ByteArrayOutputStream corrected = new ByteArrayOutputStream();
        Cursor at = here.at(0);
        while (!at.atEnd()) {
            long start = at.position();
            OptionalInt register = OptionalInt.empty();
            int operation = at.u8();
            if (operation == FBREG) {
                register = stillIn(at.sleb());
            } else if (operation == PIECE) {
                at.uleb();
            } else if (operation < REG0 || operation > REG31) {
                return here;
            }
            if (register.isPresent()) {
                corrected.write(REG0 + register.getAsInt());
            } else {
                corrected.writeBytes(here.array(start, at.position() - start));
            }
        }
        return Bytes.of(here.file(), here.section(), corrected.toByteArray());
    }

    /** What comes on the stack is stored by the caller, above the CFA. */
    private OptionalInt stillIn(long slot) {
        if (slot >= 0 || stores.stream().anyMatch(store -> store.fromCfa() == slot)) {
            return OptionalInt.empty();
        }
        return pending.stream()
                .filter(store -> store.fromCfa() == slot)
                .mapToInt(Store::register)
                .findFirst();
    }

    private static boolean sameRegisters(Bytes first, Bytes other) {
        return registers(first).containsAll(registers(other));
    }

    private static Set<Part> registers(Bytes expression) {
        Set<Part> registers = new HashSet<>(parts(expression, WORD));
        registers.removeIf(part -> part.register() < 0);
        return registers;
    }

    /** Nothing for an expression of another kind than the compiler writes for arguments in registers and slots. */
    private static List<Part> parts(Bytes expression, long size) {
        List<Part> parts = new ArrayList<>();
        Cursor at = expression.at(0);
        long offset = 0;
        int register = -1;
        OptionalInt fromCfa = OptionalInt.empty();
        while (!at.atEnd()) {
            int operation = at.u8();
            if (operation == PIECE) {
                long length = at.uleb();
                parts.add(new Part(offset, length, register, fromCfa));
                offset += length;
                register = -1;
                fromCfa = OptionalInt.empty();
            } else if (operation == FBREG) {
                fromCfa = OptionalInt.of((int) at.sleb());
            } else if (operation == CALL_FRAME_CFA) {
                fromCfa = OptionalInt.of(0);
            } else if (operation >= REG0 && operation <= REG31) {
                register = operation - REG0;
            } else {
                return List.of();
            }
        }
        if (parts.isEmpty()) {
            parts.add(new Part(0, size, register, fromCfa));
        }
        return parts;
    }
}
