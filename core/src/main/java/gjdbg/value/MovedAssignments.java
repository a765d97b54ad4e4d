package gjdbg.value;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;
import gjdbg.dwarf.list.LocationEntry;
import gjdbg.dwarf.list.LocationList;
import gjdbg.elf.FileAddress;
import gjdbg.symbol.Function;
import gjdbg.symbol.ModuleSymbols;
import gjdbg.target.amd64.Flow;
import gjdbg.target.amd64.Instruction;
import gjdbg.target.amd64.OpcodeMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Assignments that optimised code makes later than the source: the compiler moves {@code y += x} past the call on the next line,
 * and at the call the place that is recorded for y has what y was before. The line table tells: behind the call, and before
 * anything branches, stand instructions of a line that comes first in the source.
 *
 * <p>What moved without instructions of its own, such as a swap, shows nowhere.
 */
final class MovedAssignments {
    private static final int MOST_BYTES = 512;
    private static final int STACK_POINTER = 4;
    private static final int FBREG = 0x91;
    private static final int PIECE = 0x93;
    private static final int REG0 = 0x50;
    private static final int REG31 = 0x6f;

    /** @param line that of an earlier one, or 0 */
    private record Step(Instruction instruction, int line) {}

    private final ModuleSymbols symbols;
    private final FileAddress pc;
    private final int level;
    /** Those behind the call. */
    private final List<Step> steps = new ArrayList<>();

    private final OptionalInt stackDelta;
    private Set<Integer> begun;

    /**
     * @param resumesAt where the frame goes on; the PC itself in the innermost frame
     * @param level how many inlined calls in from the physical function
     * @param line of the PC
     */
    MovedAssignments(ModuleDebug debug, FileAddress pc, FileAddress resumesAt, int level, int line) {
        symbols = debug.module().symbols();
        this.pc = pc;
        this.level = level;
        stackDelta = symbols.stackDelta(pc);
        if (symbols.functionAt(pc).isPresent()) {
            collect(debug, resumesAt, line);
        }
    }

    private void collect(ModuleDebug debug, FileAddress resumesAt, int line) {
        boolean[] behind = {!pc.equals(resumesAt)};
        FrameCode.walk(debug, resumesAt.value(), resumesAt.value() + MOST_BYTES, instruction -> {
            if (instruction.isCall()) {
                behind[0] = true;
                return true;
            }
            if (instruction.flow() != Flow.NEXT) {
                return false;
            }
            if (behind[0]) {
                int own = line(new FileAddress(instruction.address()));
                // the others are kept too, for their neighbours
                steps.add(new Step(instruction, own < line ? own : 0));
            }
            return true;
        });
        if (steps.stream().allMatch(step -> step.line() == 0)) {
            steps.clear();
        }
    }

    /** At the level of the frame; 0 where that is not known. */
    private int line(FileAddress at) {
        return FrameCode.line(symbols, at, level);
    }

    /**
     * The line of an assignment to the variable that comes before the PC's line and has not been made at the PC.
     *
     * @param declared the line of the declaration
     * @param here the variable's expression at the PC
     */
    OptionalInt pending(LocationList list, Bytes here, long declared) {
        if (steps.isEmpty()) {
            return OptionalInt.empty();
        }
        Set<Long> starts = new HashSet<>();
        for (LocationEntry entry : list.entries()) {
            if (!entry.fallback()) {
                starts.add(entry.start().value());
            }
        }
        Set<Long> slots = slots(here);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.line() > 0 && changes(i, slots, starts)) {
                boolean whole = !begun().contains(step.line());
                // for i := … {} has its i++ at the end, by right
                if (whole || declared != step.line() && computes(i)) {
                    return OptionalInt.of(step.line());
                }
            }
        }
        return OptionalInt.empty();
    }

    /** Whether the step gives the variable another value: in the slot where it is, or one with which a new place begins. */
    private boolean changes(int index, Set<Long> slots, Set<Long> starts) {
        Instruction instruction = steps.get(index).instruction();
        boolean own = instruction
                .memory()
                .filter(memory -> memory.base() == STACK_POINTER && slots.contains(memory.displacement()))
                .isPresent();
        if (own) {
            // a load from there begins a copy
            return instruction.writesMemory();
        }
        int next = index + 1;
        while (next < steps.size() && isNop(steps.get(next).instruction())) {
            next++;
        }
        long begins = steps.get(next - 1).instruction().next();
        return starts.contains(begins) && (instruction.writesMemory() || isArithmetic(instruction));
    }

    private boolean computes(int index) {
        Step step = steps.get(index);
        return isArithmetic(step.instruction())
                || index > 0
                        && steps.get(index - 1).line() == step.line()
                        && isArithmetic(steps.get(index - 1).instruction());
    }

    /** The lines of which there are instructions before the PC. */
    private Set<Integer> begun() {
        if (begun == null) {
            begun = new HashSet<>();
            Optional<Function> function = symbols.functionAt(pc);
            for (FileAddress start : function.map(symbols::lineStarts).orElse(List.of())) {
                if (start.value() <= pc.value()) {
                    begun.add(line(start));
                }
            }
        }
        return begun;
    }

    /** From the stack pointer, of a variable of which all or a part is in the frame's slots. */
    private Set<Long> slots(Bytes expression) {
        Set<Long> slots = new HashSet<>();
        Cursor at = expression.at(0);
        while (stackDelta.isPresent() && !at.atEnd()) {
            int operation = at.u8();
            if (operation == FBREG) {
                // the frame base is the CFA, right above the return address
                slots.add(stackDelta.getAsInt() + 8 + at.sleb());
            } else if (operation == PIECE) {
                at.uleb();
            } else if (operation < REG0 || operation > REG31) {
                break;
            }
        }
        return slots;
    }

    private static boolean isNop(Instruction instruction) {
        return instruction.map() == OpcodeMap.ONE_BYTE && instruction.opcode() == 0x90
                || instruction.map() == OpcodeMap.MAP_0F && instruction.opcode() == 0x1f;
    }

    /** Whether it computes: not what moves, compares and does nothing. */
    private static boolean isArithmetic(Instruction instruction) {
        int code = instruction.opcode();
        if (instruction.map() != OpcodeMap.ONE_BYTE) {
            return switch (code) {
                case 0x10, 0x11, 0x1e, 0x1f, 0x28, 0x29, 0x2e, 0x2f, 0x6e, 0x6f, 0x7e, 0x7f, 0xd6 -> false;
                default -> true;
            };
        }
        boolean compares = code >= 0x38 && code <= 0x3d
                || code >= 0x80 && code <= 0x83 && instruction.group() == 7
                || code == 0xf6 && instruction.group() < 2
                || code == 0xf7 && instruction.group() < 2
                || code == 0x84
                || code == 0x85
                || code == 0xa8
                || code == 0xa9;
        boolean moves = code >= 0x86 && code <= 0x8b
                || code >= 0xb0 && code <= 0xbf
                || code >= 0x50 && code <= 0x63
                || code == 0xc6
                || code == 0xc7
                || code == 0x90;
        boolean address = code == 0x8d
                && instruction.memory().filter(memory -> memory.ripRelative()).isPresent();
        return !compares && !moves && !address;
    }
}
