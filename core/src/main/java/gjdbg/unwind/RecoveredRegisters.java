package gjdbg.unwind;

import gjdbg.error.Unavailable;
import gjdbg.target.Register;
import gjdbg.target.Registers;
import java.util.EnumMap;
import java.util.Map;

/** What the unwinder could recover of a caller's registers. */
final class RecoveredRegisters implements Registers {
    private static final String WHY = "was not saved where this frame could find it";

    private final Map<Register, Long> values = new EnumMap<>(Register.class);

    RecoveredRegisters with(Register register, long value) {
        values.put(register, value);
        return this;
    }

    RecoveredRegisters without(Register register) {
        values.remove(register);
        return this;
    }

    @Override
    public boolean has(Register register) {
        return values.containsKey(register);
    }

    @Override
    public long get(Register register) {
        Long value = values.get(register);
        if (value == null) {
            throw new Unavailable("register " + register, WHY);
        }
        return value;
    }

    @Override
    public void set(Register register, long value) {
        throw new Unavailable("register " + register, "only the innermost frame's registers can be set");
    }

    @Override
    public byte[] vector(int number) {
        throw new Unavailable("register xmm" + number, WHY);
    }

    @Override
    public void setVector(int number, byte[] bytes) {
        throw new Unavailable("register xmm" + number, "only the innermost frame's registers can be set");
    }
}
