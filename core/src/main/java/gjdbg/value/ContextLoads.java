package gjdbg.value;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;
import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.DwTag;
import gjdbg.dwarf.list.LocationEntry;
import gjdbg.dwarf.list.Locations;
import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.ModuleSymbols;
import gjdbg.target.amd64.Flow;
import gjdbg.target.amd64.Instruction;
import gjdbg.target.amd64.InstructionDecoder;
import gjdbg.target.amd64.MemoryOperand;
import gjdbg.target.amd64.OpcodeMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a closure keeps what it has captured, by the code: compilers before Go 1.23 do not record it, but at its start the code
 * takes each captured variable from the context, which RDX points at, to the place that the debug information names for it.
 */
final class ContextLoads {
    private static final int MOST_BYTES = 1024;
    private static final int CONTEXT = 2;
    private static final int STACK_POINTER = 4;
    private static final int REG0 = 0x50;
    private static final int REG31 = 0x6f;
    private static final int FBREG = 0x91;

    /** @param itself whether the place has the address of that part of the closure, which is the variable */
    record Part(long offset, boolean itself) {}

    private final ModuleSymbols symbols;
    /** By the register's number, vector registers from 16 on. */
    private final Map<Integer, Part> registers = new HashMap<>();

    /** Whether RDX still is the context. */
    private boolean inContext = true;

    private final Map<Long, Part> slots = new HashMap<>();
    /** By the address behind the load, and the register. */
    private final Map<Long, Map<Integer, Part>> loads = new HashMap<>();

    ContextLoads(LoadedModule module, FileAddress entry) {
        symbols = module.symbols();
        ElfFile file = module.file();
        long end = symbols.functionAt(entry)
                .map(function -> function.entry().value() + function.size())
                .orElse(entry.value());
        int length = (int) Math.min(MOST_BYTES, Math.min(file.available(entry), end - entry.value()));
        if (length > 0) {
            walk(file.bytesAt(entry, length).array(0, length), entry.value());
        }
    }

    private void walk(byte[] code, long entry) {
        for (int at = 0; at < code.length; ) {
            Optional<Instruction> decoded = InstructionDecoder.decode(code, at, entry + at);
            // a jump forward is to runtime.morestack, which comes back to the entry
            if (decoded.isEmpty()
                    || decoded.get().flow() != Flow.NEXT && decoded.get().flow() != Flow.CONDITIONAL) {
                return;
            }
            take(decoded.get());
            at += decoded.get().length();
        }
    }

    private void take(Instruction instruction) {
        Optional<MemoryOperand> memory = instruction.memory().filter(MemoryOperand::computable);
        boolean address = instruction.map() == OpcodeMap.ONE_BYTE && instruction.opcode() == 0x8d;
        boolean vector = isVector(instruction);
        int register = instruction.reg() + (vector ? 16 : 0);
        boolean general = isLoad(instruction) || address;
        if (memory.isPresent() && (general || vector && instruction.opcode() != 0x11 && instruction.opcode() != 0x7f)) {
            boolean ofContext =
                    inContext && memory.get().base() == CONTEXT && memory.get().index() < 0;
            if (ofContext) {
                Part part = new Part(memory.get().displacement(), address);
                registers.put(register, part);
                loads.computeIfAbsent(instruction.next(), ignored -> new HashMap<>())
                        .put(register, part);
            } else {
                registers.remove(register);
            }
            inContext &= register != CONTEXT;
            return;
        }
        if (memory.isPresent() && (isStore(instruction) || vector)) {
            Part part = registers.get(register);
            OptionalInt delta = symbols.stackDelta(new FileAddress(instruction.address()));
            if (part != null && memory.get().base() == STACK_POINTER && delta.isPresent()) {
                // the frame base is the CFA, right above the return address
                slots.putIfAbsent(memory.get().displacement() - delta.getAsInt() - 8, part);
            }
            return;
        }
        if (instruction.modrm() >= 0 && !isCompare(instruction)) {
            // XORL DX, DX and the like
            registers.remove(instruction.reg());
            registers.remove(instruction.rm());
            inContext &= instruction.rm() != CONTEXT && instruction.reg() != CONTEXT;
        } else if (instruction.modrm() < 0 && !isCompare(instruction)) {
            registers.remove(instruction.opcodeRegister());
            inContext &= instruction.opcodeRegister() != CONTEXT || isPush(instruction);
        }
    }

    private static boolean isPush(Instruction instruction) {
        return instruction.map() == OpcodeMap.ONE_BYTE && instruction.opcode() >= 0x50 && instruction.opcode() <= 0x57;
    }

    private static boolean isCompare(Instruction instruction) {
        int code = instruction.opcode();
        return instruction.map() == OpcodeMap.ONE_BYTE
                && (code >= 0x38 && code <= 0x3d || code == 0x84 || code == 0x85);
    }

    private static boolean isLoad(Instruction instruction) {
        int code = instruction.opcode();
        return switch (instruction.map()) {
            case ONE_BYTE -> code == 0x8a || code == 0x8b || code == 0x63;
            case MAP_0F -> code == 0xb6 || code == 0xb7 || code == 0xbe || code == 0xbf;
            case MAP_0F38, MAP_0F3A, MAP5, MAP6, XOP8, XOP9, XOPA -> false;
        };
    }

    private static boolean isStore(Instruction instruction) {
        return instruction.map() == OpcodeMap.ONE_BYTE
                && (instruction.opcode() == 0x88 || instruction.opcode() == 0x89);
    }

    private static boolean isVector(Instruction instruction) {
        int code = instruction.opcode();
        return instruction.map() == OpcodeMap.MAP_0F && (code == 0x10 || code == 0x11 || code == 0x6f || code == 0x7f);
    }

    /** The part of the closure that goes to the variable's place; empty for one that is none of what it captured. */
    Optional<Part> of(Die variable) {
        if (variable.tag() != DwTag.VARIABLE) {
            return Optional.empty();
        }
        Optional<Die> holder = variable.holder(DwAt.LOCATION);
        Optional<Bytes> single = holder.flatMap(each -> each.block(DwAt.LOCATION));
        if (single.isPresent()) {
            return slot(single.get()).map(slots::get);
        }
        for (LocationEntry entry :
                holder.flatMap(Locations::listOf).map(list -> list.entries()).orElse(List.of())) {
            Bytes expression = entry.expression();
            int first = expression.size() == 0 ? 0 : expression.u8(0);
            Map<Integer, Part> here = loads.getOrDefault(entry.start().value(), Map.of());
            Part part = first >= REG0 && first <= REG31 ? here.get(number(first - REG0)) : null;
            Optional<Part> found =
                    Optional.ofNullable(part).or(() -> slot(expression).map(slots::get));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> slot(Bytes expression) {
        if (expression.size() < 2 || expression.u8(0) != FBREG) {
            return Optional.empty();
        }
        Cursor at = expression.at(1);
        return Optional.of(at.sleb());
    }

    /** Of the instruction encoding, for a number of DWARF's (System V ABI, figure 3.36). */
    private static int number(int dwarf) {
        return switch (dwarf) {
            case 0 -> 0;
            case 1 -> 2;
            case 2 -> 1;
            case 3 -> 3;
            case 4 -> 6;
            case 5 -> 7;
            case 6 -> 5;
            case 7 -> 4;
            default -> dwarf >= 17 ? dwarf - 1 : dwarf;
        };
    }
}
