package gjdbg.value;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;
import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.expr.LocationExpression;
import gjdbg.dwarf.list.LocationList;
import gjdbg.dwarf.list.Locations;
import gjdbg.elf.FileAddress;
import gjdbg.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Where the debugging information has a variable at one PC, read with what is known of the Go compiler's location lists.
 *
 * @param copies where a register argument is stored already, to be written with it
 * @param missing why there is no expression
 */
record RecordedLocation(Optional<Bytes> expression, List<StoredCopy> copies, String missing) {
    private static final int LANGUAGE_GO = 22;
    private static final int REG0 = 0x50;
    private static final int REG31 = 0x6f;
    private static final int BREG0 = 0x70;
    private static final int BREG31 = 0x8f;
    private static final int REGX = 0x90;
    private static final int FBREG = 0x91;
    private static final int DEREF = 0x06;
    /** As a signed LEB128. */
    private static final int MINUS_16 = 0x70;

    private static final int PIECE = 0x93;
    private static final int CALL_FRAME_CFA = 0x9c;

    static final RecordedLocation NONE = missing(Placement.OPTIMISED_OUT);

    private static final String NO_SLOT =
            "it lives on the heap, and the compiler did not record where it keeps the address";
    private static final String ONE_PART =
            "it was optimised out but for one part, and the compiler did not record which";

    /**
     * @param holder has DW_AT_location
     * @param stored the type of what is there
     * @param resumesAt where the frame goes on: the PC itself, or in a caller the instruction after the call
     */
    static RecordedLocation of(Die holder, Type stored, FileAddress pc, FileAddress resumesAt) {
        Optional<LocationList> list =
                holder.block(DwAt.LOCATION).isPresent() ? Optional.empty() : Locations.listOf(holder);
        if (list.isEmpty() || !isGo(holder)) {
            return new RecordedLocation(Locations.at(holder, pc), List.of(), Placement.OPTIMISED_OUT);
        }
        Optional<Bytes> expression = list.get().at(pc);
        // A list names a register for as long as it holds the value, which during a call it does no more; what comes
        // after
        // the call tells where the value was stored before it.
        if (!pc.equals(resumesAt) && expression.filter(each -> scan(each, true)).isPresent()) {
            expression = list.get().at(resumesAt).or(() -> list.get().at(pc));
        }
        if (expression.filter(RecordedLocation::isSlotOfNothing).isPresent()) {
            return missing(NO_SLOT);
        }
        // An optimised variable's parts have pieces of their own, unless one is all that is left.
        if (isOptimised(holder)
                && parts(stored, 0) > 1
                && expression.filter(each -> scan(each, false)).isPresent()) {
            return missing(ONE_PART);
        }
        return new RecordedLocation(expression, List.of(), Placement.OPTIMISED_OUT);
    }

    private static RecordedLocation missing(String why) {
        return new RecordedLocation(Optional.empty(), List.of(), why);
    }

    /**
     * Of an argument of the innermost frame, with what the instructions tell of where it is stored.
     *
     * @param holder has DW_AT_location
     * @param size in bytes
     */
    RecordedLocation ofArgument(Die holder, long size, Supplier<StoredArguments> stored) {
        if (expression.isEmpty() || holder.block(DwAt.LOCATION).isPresent() || !isGo(holder)) {
            return this;
        }
        return Locations.listOf(holder)
                .map(list -> {
                    Bytes corrected = stored.get().corrected(list, expression.get());
                    List<StoredCopy> slots = stored.get().of(list, corrected, size);
                    return new RecordedLocation(Optional.of(corrected), slots, missing);
                })
                .orElse(this);
    }

    /**
     * As it is where the assignment of an earlier line to the variable is still to be made.
     *
     * @param holder has DW_AT_location
     * @param declared the line of the declaration
     */
    RecordedLocation unlessPending(Die holder, long declared, Supplier<MovedAssignments> moved) {
        if (expression.isEmpty() || !isGo(holder) || !isOptimised(holder)) {
            return this;
        }
        if (holder.block(DwAt.LOCATION).isPresent()) {
            return this;
        }
        OptionalInt line = Locations.listOf(holder)
                .map(list -> moved.get().pending(list, expression.get(), declared))
                .orElse(OptionalInt.empty());
        return line.isEmpty()
                ? this
                : missing("the compiler has moved the assignment of line " + line.getAsInt() + " past this point");
    }

    /**
     * Where it is from the CFA, if that is all there is to say.
     *
     * @param baseIsCfa whether the frame base is the CFA
     */
    OptionalLong fromCfa(boolean baseIsCfa) {
        if (expression.isEmpty()) {
            return OptionalLong.empty();
        }
        if (LocationExpression.isCfa(expression.get())) {
            return OptionalLong.of(0);
        }
        return baseIsCfa ? LocationExpression.fromFrameBase(expression.get()) : OptionalLong.empty();
    }

    private static boolean isGo(Die die) {
        return die.unit().root().number(DwAt.LANGUAGE).orElse(0) == LANGUAGE_GO;
    }

    static boolean isOptimised(Die die) {
        return !die.unit().root().string(DwAt.PRODUCER).orElse("").contains(" -N");
    }

    /**
     * DW_OP_fbreg -16, DW_OP_deref: what Go 1.26 writes for a result on the heap when its address has no slot of its own. There is
     * the caller's frame pointer (cmd/compile, dwarfgen, createHeapDerefLocationList).
     */
    private static boolean isSlotOfNothing(Bytes expression) {
        return expression.size() == 3
                && expression.u8(0) == FBREG
                && expression.u8(1) == MINUS_16
                && expression.u8(2) == DEREF;
    }

    /** Whether an expression of the kinds that Go's lists have names a register, or else whether it is one place alone. */
    private static boolean scan(Bytes expression, boolean forRegister) {
        Cursor at = expression.at(0);
        boolean register = false;
        int operations = 0;
        while (!at.atEnd()) {
            int op = at.u8();
            operations++;
            if (op == PIECE || op == REGX) {
                at.uleb();
            } else if (op == FBREG || op >= BREG0 && op <= BREG31) {
                at.sleb();
            } else if (op != CALL_FRAME_CFA && (op < REG0 || op > REG31)) {
                return false;
            }
            register |= op >= REG0 && op <= REG31 || op == REGX;
        }
        return forRegister ? register : operations == 1;
    }

    /** Into how many parts the compiler takes a value of that type (cmd/compile/internal/ssa, decompose.go); 2 for more. */
    private static int parts(Type type, int depth) {
        if (type.size() == 0) {
            return 0;
        }
        return switch (type.kind()) {
            case STRING, SLICE, INTERFACE, COMPLEX -> 2;
            case STRUCT -> {
                int parts = 0;
                for (Type.Field field : type.fields()) {
                    parts += depth > 8 || parts > 1 ? 0 : parts(field.type(), depth + 1);
                }
                yield Math.min(parts, 2);
            }
            case ARRAY -> {
                long length = type.length().orElse(0);
                int each = depth > 8
                        ? 1
                        : type.element()
                                .map(element -> parts(element, depth + 1))
                                .orElse(1);
                yield (int) Math.min(length * each, 2);
            }
            case BOOL, INT, UINT, FLOAT, POINTER, UNION, MAP, CHAN, FUNC, ENUM, VOID, UNKNOWN -> 1;
        };
    }
}
