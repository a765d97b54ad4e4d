package gjdbg.value;

import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.list.Locations;
import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import gjdbg.symbol.ModuleSymbols;
import gjdbg.symbol.Position;
import gjdbg.target.amd64.Gpr;
import gjdbg.target.amd64.Instruction;
import gjdbg.target.amd64.InstructionDecoder;
import gjdbg.target.amd64.MemoryOperand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Whether the line of the PC has assigned a variable that it declares: in {@code if x := f(); g(x)} x has its value where g is
 * called, and where f is called the name still means another one. The instructions from the line's first one to the PC tell, by
 * what they store in the variable's slot; of optimised code the location list does.
 */
final class OwnLine {
    private static final int MOST_BYTES = 4096;
    private static final int STACK_POINTER = 4;
    private static final int RETURN_ADDRESS = 8;

    private final ModuleSymbols symbols;
    private final FileAddress pc;
    private final List<Instruction> before = new ArrayList<>();
    private final OptionalLong first;

    /**
     * @param level how many inlined calls in from the physical function
     * @param line of the PC
     */
    OwnLine(ModuleDebug debug, FileAddress pc, int level, int line) {
        symbols = debug.module().symbols();
        this.pc = pc;
        first = symbols.functionAt(pc).stream()
                .flatMap(function -> symbols.lineStarts(function).stream())
                .filter(start -> start.value() < pc.value() && start.value() >= pc.value() - MOST_BYTES)
                .filter(start -> line(start, level) == line)
                .mapToLong(FileAddress::value)
                .min();
        if (first.isPresent()) {
            collect(debug.module().file(), first.getAsLong());
        }
    }

    private int line(FileAddress at, int level) {
        List<Position> positions = symbols.positionsAt(at);
        int index = positions.size() - 1 - level;
        return index < 0 ? 0 : positions.get(index).line();
    }

    private void collect(ElfFile file, long start) {
        int length = (int) Math.min(pc.value() - start, file.available(new FileAddress(start)));
        byte[] code = file.bytesAt(new FileAddress(start), length).array(0, length);
        for (int at = 0; at < length; ) {
            Optional<Instruction> decoded = InstructionDecoder.decode(code, at, start + at);
            if (decoded.isEmpty()) {
                return;
            }
            before.add(decoded.get());
            at += decoded.get().length();
        }
    }

    /**
     * @param holder has DW_AT_location
     * @param slot where the variable is, or if it escaped the pointer to it: in bytes from the CFA
     * @param size of what is there
     */
    boolean assigns(Die holder, OptionalLong slot, long size, boolean escaped) {
        if (first.isEmpty()) {
            return false;
        }
        if (escaped) {
            return slot.isPresent() && storesBehind(slot.getAsLong());
        }
        return holder.block(DwAt.LOCATION).isPresent()
                ? slot.isPresent() && stores(slot.getAsLong(), size)
                : Locations.listOf(holder).stream()
                        .flatMap(list -> list.entries().stream())
                        .anyMatch(entry -> entry.start().value() > first.getAsLong()
                                && entry.start().value() <= pc.value()
                                && entry.end().value() > pc.value());
    }

    /** An address of the slot that is taken is the one of a large value's that is to be filled. */
    private boolean stores(long slot, long size) {
        for (Instruction instruction : before) {
            OptionalLong place = place(instruction);
            if (place.isPresent()
                    && place.getAsLong() >= slot
                    && place.getAsLong() < slot + size
                    && (instruction.writesMemory() || instruction.takesAddress())) {
                return true;
            }
        }
        return false;
    }

    /** The pointer is there before the value: first it is made, then something is stored where it points. */
    private boolean storesBehind(long slot) {
        Set<Integer> pointers = new HashSet<>();
        Set<Integer> storedThrough = new HashSet<>();
        for (Instruction instruction : before) {
            OptionalLong place = place(instruction);
            Optional<MemoryOperand> memory = instruction.memory();
            if (instruction.isCall()) {
                pointers.clear();
                storedThrough.clear();
            } else if (place.isPresent() && place.getAsLong() == slot) {
                if (storedThrough.contains(instruction.reg())) {
                    return true;
                }
                pointers.add(instruction.reg());
            } else if (memory.isPresent() && instruction.writesMemory()) {
                if (pointers.contains(memory.get().base())) {
                    return true;
                }
                storedThrough.add(memory.get().base());
            } else {
                pointers.remove(instruction.reg());
                storedThrough.remove(instruction.reg());
            }
        }
        return false;
    }

    /** Of the instruction's operand on the stack, in bytes from the CFA. */
    private OptionalLong place(Instruction instruction) {
        Optional<MemoryOperand> memory =
                instruction.memory().filter(each -> each.base() == STACK_POINTER && each.index() == Gpr.NONE);
        OptionalInt delta = symbols.stackDelta(new FileAddress(instruction.address()));
        return memory.isEmpty() || delta.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(memory.get().displacement() - delta.getAsInt() - RETURN_ADDRESS);
    }
}
