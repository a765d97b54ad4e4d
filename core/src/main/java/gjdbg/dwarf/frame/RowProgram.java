package gjdbg.dwarf.frame;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Runs call frame instructions (DWARF 5, section 6.4.2) up to the row that holds a PC. */
final class RowProgram {
    static final int MOST_REGISTERS = 255;
    private static final int MOST_REMEMBERED = 64;

    private record State(CfaRule cfa, Map<Integer, RegisterRule> rules) {}

    private final DescriptionEntry entry;
    private final CommonEntry common;
    private final long sectionAddress;
    private final Deque<State> remembered = new ArrayDeque<>();
    private Map<Integer, RegisterRule> initial = Map.of();
    private Map<Integer, RegisterRule> rules = new HashMap<>();
    private CfaRule cfa;
    private long rowStart;

    private RowProgram(DescriptionEntry entry, long sectionAddress) {
        this.entry = entry;
        this.common = entry.common();
        this.sectionAddress = sectionAddress;
        rowStart = entry.start();
    }

    /**
     * @param pc within the entry's code
     * @throws gjdbg.error.MalformedFile when the instructions make no sense
     */
    static UnwindRow rowAt(DescriptionEntry entry, long pc, long sectionAddress) {
        RowProgram program = new RowProgram(entry, sectionAddress);
        program.run(program.common.instructions(), pc);
        program.initial = Map.copyOf(program.rules);
        program.run(entry.instructions(), pc);
        return program.row();
    }

    private UnwindRow row() {
        if (cfa == null) {
            throw entry.instructions().malformed(0, "a frame without a rule for its address");
        }
        return new UnwindRow(cfa, rules, common.returnAddress(), common.signal());
    }

    private void run(Bytes instructions, long pc) {
        Cursor at = instructions.at(0);
        while (!at.atEnd()) {
            int op = at.u8();
            Optional<Long> next = nextRow(op, at, instructions);
            if (next.isPresent()) {
                if (Long.compareUnsigned(next.get(), pc) > 0) {
                    return;
                }
                rowStart = next.get();
            } else {
                change(op, at);
            }
        }
    }

    /** Where the next row begins, if the instruction begins one. */
    private Optional<Long> nextRow(int op, Cursor at, Bytes instructions) {
        if (op >>> 6 == 1) {
            return Optional.of(rowStart + (op & 0x3f) * common.codeFactor());
        }
        return switch (op) {
            case 0x01 -> {
                // relative pointers count from where they stand in the section, which a slice does not know
                if ((common.pointerEncoding() & 0x70) != 0) {
                    throw instructions.malformed(at.position(), "DW_CFA_set_loc with a relative address");
                }
                yield Optional.of(PointerEncoding.read(at, common.pointerEncoding(), sectionAddress, 0));
            }
            case 0x02 -> Optional.of(rowStart + at.u8() * common.codeFactor());
            case 0x03 -> Optional.of(rowStart + at.u16() * common.codeFactor());
            case 0x04 -> Optional.of(rowStart + at.u32() * common.codeFactor());
            case 0x1d -> Optional.of(rowStart + at.u64() * common.codeFactor());
            default -> Optional.empty();
        };
    }

    private void change(int op, Cursor at) {
        switch (op >>> 6) {
            case 2 -> rules.put(op & 0x3f, new RegisterRule.AtOffset(at.uleb() * common.dataFactor()));
            case 3 -> restore(op & 0x3f);
            default -> extended(op, at);
        }
    }

    private void extended(int op, Cursor at) {
        switch (op) {
            case 0x00 -> {}
            case 0x05 -> rules.put(register(at), new RegisterRule.AtOffset(at.uleb() * common.dataFactor()));
            case 0x06 -> restore(register(at));
            case 0x07 -> rules.put(register(at), new RegisterRule.Undefined());
            case 0x08 -> rules.put(register(at), new RegisterRule.SameValue());
            case 0x09 -> rules.put(register(at), new RegisterRule.InRegister(register(at)));
            case 0x0a -> remember(at);
            case 0x0b -> recall(at);
            case 0x0c -> cfa = new CfaRule.RegisterPlus(register(at), at.uleb());
            case 0x0d -> cfa = new CfaRule.RegisterPlus(register(at), based(at).offset());
            case 0x0e -> cfa = new CfaRule.RegisterPlus(based(at).number(), at.uleb());
            case 0x0f -> cfa = new CfaRule.Expression(at.take(at.uleb()));
            case 0x10 -> rules.put(register(at), new RegisterRule.AtExpression(at.take(at.uleb())));
            case 0x11 -> rules.put(register(at), new RegisterRule.AtOffset(at.sleb() * common.dataFactor()));
            case 0x12 -> cfa = new CfaRule.RegisterPlus(register(at), at.sleb() * common.dataFactor());
            case 0x13 -> cfa = new CfaRule.RegisterPlus(based(at).number(), at.sleb() * common.dataFactor());
            case 0x14 -> rules.put(register(at), new RegisterRule.CfaPlus(at.uleb() * common.dataFactor()));
            case 0x15 -> rules.put(register(at), new RegisterRule.CfaPlus(at.sleb() * common.dataFactor()));
            case 0x16 -> rules.put(register(at), new RegisterRule.ExpressionValue(at.take(at.uleb())));
            // DW_CFA_GNU_args_size matters to who throws exceptions, not to who looks on
            case 0x2e -> at.uleb();
            case 0x2f -> rules.put(register(at), new RegisterRule.AtOffset(-at.uleb() * common.dataFactor()));
            default -> throw at.malformed("call frame instruction 0x" + Integer.toHexString(op));
        }
    }

    private CfaRule.RegisterPlus based(Cursor at) {
        if (cfa instanceof CfaRule.RegisterPlus known) {
            return known;
        }
        throw at.malformed("a change of a frame address that is no register and offset");
    }

    private void restore(int register) {
        RegisterRule rule = initial.get(register);
        if (rule == null) {
            rules.remove(register);
        } else {
            rules.put(register, rule);
        }
    }

    private void remember(Cursor at) {
        if (remembered.size() == MOST_REMEMBERED) {
            throw at.malformed("more than " + MOST_REMEMBERED + " remembered states");
        }
        remembered.push(new State(cfa, Map.copyOf(rules)));
    }

    private void recall(Cursor at) {
        if (remembered.isEmpty()) {
            throw at.malformed("DW_CFA_restore_state where none was remembered");
        }
        State state = remembered.pop();
        cfa = state.cfa();
        rules = new HashMap<>(state.rules());
    }

    private static int register(Cursor at) {
        long number = at.uleb();
        if (number < 0 || number > MOST_REGISTERS) {
            throw at.malformed("register number " + Long.toUnsignedString(number));
        }
        return (int) number;
    }
}
