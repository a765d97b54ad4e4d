package gjdbg.blocking;

import gjdbg.target.amd64.Flow;
import gjdbg.target.amd64.Instruction;
import gjdbg.target.amd64.InstructionDecoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;

/** The instructions of one function, and where control goes within it. */
final class FunctionCode {
    private final List<Instruction> instructions = new ArrayList<>();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private boolean whole = true;

    FunctionCode(byte[] bytes, long entry) {
        for (int offset = 0; offset < bytes.length; ) {
            Optional<Instruction> decoded = InstructionDecoder.decode(bytes, offset, entry + offset);
            if (decoded.isPresent()) {
                numbers.put(decoded.get().address(), instructions.size());
                instructions.add(decoded.get());
            }
            whole &= decoded.isPresent();
            offset += decoded.map(Instruction::length).orElse(1);
        }
    }

    List<Instruction> instructions() {
        return Collections.unmodifiableList(instructions);
    }

    /** Whether all of it was understood. */
    boolean isWhole() {
        return whole;
    }

    /** The number of the instruction that begins there; empty where none does. */
    Optional<Integer> at(long address) {
        return Optional.ofNullable(numbers.get(address));
    }

    /** Tells where control may go next, within the function: by numbers, the last of which may be that after all. */
    private void next(int number, IntConsumer to) {
        Instruction instruction = instructions.get(number);
        switch (instruction.flow()) {
            case NEXT, CALL_RELATIVE, CALL_INDIRECT, SYSCALL -> to.accept(number + 1);
            case CONDITIONAL, LOOP, TRANSACTION -> {
                to.accept(number + 1);
                jump(instruction, to);
            }
            case JUMP_RELATIVE -> jump(instruction, to);
            case JUMP_INDIRECT, RETURN, TRAP, FAR -> {
                // out of the function, or where to is not known
            }
        }
    }

    private void jump(Instruction instruction, IntConsumer to) {
        at(instruction.directTarget().orElseThrow()).ifPresent(to::accept);
    }

    /**
     * The instructions that may come after control is at an address, with that one; all where it can't be told.
     *
     * @param endless whether calls of that function never come back
     */
    List<Instruction> from(long address, LongPredicate endless) {
        Optional<Integer> first = at(address);
        if (first.isEmpty()
                && !instructions.isEmpty()
                && address == instructions.getLast().next()) {
            // after a call that does not return
            return List.of();
        }
        if (first.isEmpty()) {
            return instructions();
        }
        List<Instruction> found = new ArrayList<>();
        boolean[] byTable = {false};
        walk(first.get(), number -> {
            Instruction instruction = instructions.get(number);
            byTable[0] |= instruction.flow() == Flow.JUMP_INDIRECT;
            found.add(instruction);
            boolean ends = instruction.flow() == Flow.CALL_RELATIVE
                    && endless.test(instruction.directTarget().orElseThrow());
            return !ends && !byTable[0];
        });
        // by a table control goes to any place of it
        return byTable[0] ? instructions() : found;
    }

    /**
     * Visits what control may come to, each instruction once.
     *
     * @param first its number, which may be that after the last one
     * @param goesOn is told the number of each; whether what comes after it is visited
     */
    void walk(int first, IntPredicate goesOn) {
        boolean[] seen = new boolean[instructions.size()];
        int[] waiting = new int[2 * instructions.size() + 2];
        int[] count = {0};
        waiting[count[0]++] = first;
        while (count[0] > 0) {
            int number = waiting[--count[0]];
            if (number < instructions.size() && !seen[number]) {
                seen[number] = true;
                if (goesOn.test(number)) {
                    next(number, to -> waiting[count[0]++] = to);
                }
            }
        }
    }
}
