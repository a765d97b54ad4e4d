package gjdbg.value;

import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.list.Locations;
import gjdbg.elf.FileAddress;
import gjdbg.symbol.ModuleSymbols;
import gjdbg.target.amd64.Instruction;
import gjdbg.target.amd64.MemoryOperand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which declarations have been made at a PC. The line alone does not tell: in {@code if x := f(); g(x)} x has its value where g is
 * called, and where f is called the name still means another one; a statement may go over several lines. The instructions
 * from the declaration's first one to the PC do, by what they store in the variable's slot; of optimised code the location list
 * does.
 */
final class Declarations {
    private static final int MOST_BYTES = 4096;
    private static final int MOST_LINES = 40;

    private record Start(FileAddress address, int line) {}

    private final ModuleDebug debug;
    private final ModuleSymbols symbols;
    private final FileAddress pc;
    private final int level;
    private final int line;
    private final long functionLine;
    private final Map<Long, List<Instruction>> before = new HashMap<>();
    /** Of the runs of instructions near the PC that belong to one line; null before it is asked for. */
    private List<Start> starts;

    /**
     * @param level how many inlined calls in from the physical function
     * @param line of the PC
     * @param functionLine where the function is declared; 0 where that is not recorded
     */
    Declarations(ModuleDebug debug, FileAddress pc, int level, int line, long functionLine) {
        this.debug = debug;
        this.pc = pc;
        this.level = level;
        this.line = line;
        this.functionLine = functionLine;
        symbols = debug.module().symbols();
    }

    /**
     * Whether the variable has its value.
     *
     * @param variable has DW_AT_location
     * @param declared the line of the declaration
     * @param slot where the variable is, or if it escaped the pointer to it: in bytes from the CFA
     * @param size of what is there
     */
    boolean made(Die variable, long declared, OptionalLong slot, long size, boolean escaped) {
        if (line < declared) {
            return false;
        }
        boolean listed = variable.block(DwAt.LOCATION).isEmpty();
        boolean certain = line > declared && (listed || line - declared > MOST_LINES || !comesBackTo(declared));
        // what a closure has captured is there from its entry on
        if (certain || variable.has(DwAt.GO_CLOSURE_OFFSET)) {
            return true;
        }
        OptionalLong first = first(declared);
        if (first.isEmpty()) {
            return line > declared && isFarFromEntry();
        }
        // before Go 1.23 what a closure has captured by reference is declared where the closure is, like its own
        if (escaped && declared != functionLine()) {
            return slot.isPresent() && storesBehind(slot.getAsLong(), before(first.getAsLong()));
        }
        return listed
                ? listBegins(variable, first.getAsLong())
                : slot.isPresent() && stores(slot.getAsLong(), size, before(first.getAsLong()));
    }

    /** Go 1.17 has it in the line table only. */
    private long functionLine() {
        return functionLine != 0
                ? functionLine
                : symbols.functionAt(pc)
                        .map(function -> line(symbols.lineStarts(function).getFirst()))
                        .orElse(0);
    }

    /** Whether a place of the variable's list that holds at the PC begins after the address. */
    private boolean listBegins(Die variable, long after) {
        return Locations.listOf(variable).stream()
                .flatMap(list -> list.entries().stream())
                .anyMatch(entry -> entry.start().value() > after
                        && entry.start().value() <= pc.value()
                        && entry.end().value() > pc.value());
    }

    /** Whether instructions of that line follow: its statement may go on until then. */
    private boolean comesBackTo(long declared) {
        return starts().stream()
                .anyMatch(start -> start.line() == declared && start.address().value() > pc.value());
    }

    /** Whether the declaration may be too far back to be looked at. */
    private boolean isFarFromEntry() {
        return symbols.functionAt(pc)
                .map(function -> symbols.lineStarts(function).getFirst().value() <= pc.value() - MOST_BYTES)
                .orElse(true);
    }

    private OptionalLong first(long declared) {
        return starts().stream()
                .filter(start -> start.line() == declared && start.address().value() < pc.value())
                .mapToLong(start -> start.address().value())
                .min();
    }

    private List<Start> starts() {
        if (starts == null) {
            starts = symbols.functionAt(pc).stream()
                    .flatMap(function -> symbols.lineStarts(function).stream())
                    .filter(start -> Math.abs(start.value() - pc.value()) < MOST_BYTES)
                    .map(start -> new Start(start, line(start)))
                    .toList();
        }
        return starts;
    }

    private int line(FileAddress at) {
        return FrameCode.line(symbols, at, level);
    }

    /** The instructions from there to the PC. */
    private List<Instruction> before(long first) {
        return before.computeIfAbsent(first, start -> {
            List<Instruction> instructions = new ArrayList<>();
            FrameCode.walk(debug, start, pc.value(), instructions::add);
            return instructions;
        });
    }

    /** An address of the slot that is taken is the one of a large value's that is to be filled. */
    private boolean stores(long slot, long size, List<Instruction> before) {
        for (Instruction instruction : before) {
            OptionalLong place = FrameCode.slot(symbols, instruction);
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
    private boolean storesBehind(long slot, List<Instruction> before) {
        Set<Integer> pointers = new HashSet<>();
        Set<Integer> storedThrough = new HashSet<>();
        for (Instruction instruction : before) {
            OptionalLong place = FrameCode.slot(symbols, instruction);
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
}
