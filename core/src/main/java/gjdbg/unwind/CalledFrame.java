package gjdbg.unwind;

import gjdbg.bytes.Bytes;
import gjdbg.dwarf.expr.LocationExpression;
import gjdbg.dwarf.frame.CfaRule;
import gjdbg.dwarf.frame.RegisterRule;
import gjdbg.dwarf.frame.UnwindRow;
import gjdbg.target.Address;
import gjdbg.target.Register;
import gjdbg.target.Registers;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A frame of code that has call frame information.
 *
 * @param row the rules at its PC
 */
record CalledFrame(Address cfa, UnwindRow row, Registers inner, CallFrameContext context) {
    /** Registers that a function gives back as it got them (System V ABI, section 3.2.1), and those of the thread. */
    private static final Set<Register> KEPT = EnumSet.of(
            Register.RBX,
            Register.RBP,
            Register.R12,
            Register.R13,
            Register.R14,
            Register.R15,
            Register.FS_BASE,
            Register.GS_BASE);

    static CalledFrame of(UnwindRow row, PhysicalFrame frame, Walk walk) {
        Registers inner = frame.registers();
        CallFrameContext context =
                new CallFrameContext(inner, walk.memory(), frame.module().orElseThrow());
        long cfa =
                switch (row.cfa()) {
                    case CfaRule.RegisterPlus(int number, long offset) -> context.register(number) + offset;
                    case CfaRule.Expression(Bytes expression) -> LocationExpression.value(expression, context);
                };
        return new CalledFrame(new Address(cfa), row, inner, context);
    }

    /** The caller's registers, as far as they are known; without RIP where the frame is the outermost one. */
    RecoveredRegisters callersRegisters() {
        RecoveredRegisters found = new RecoveredRegisters();
        for (Register register : KEPT) {
            keep(register, found);
        }
        found.with(Register.RSP, cfa.value());
        row.registers().forEach((column, rule) -> {
            Optional<Register> register =
                    column == row.returnAddress() ? Optional.of(Register.RIP) : Register.ofDwarf(column);
            register.ifPresent(known -> recover(known, rule, found));
        });
        return found;
    }

    private void recover(Register register, RegisterRule rule, RecoveredRegisters found) {
        switch (rule) {
            case RegisterRule.Undefined() -> found.without(register);
            case RegisterRule.SameValue() -> keep(register, found);
            case RegisterRule.AtOffset(long offset) ->
                found.with(register, context.memory(cfa.value() + offset, Long.BYTES));
            case RegisterRule.CfaPlus(long offset) -> found.with(register, cfa.value() + offset);
            case RegisterRule.InRegister(int number) -> {
                found.without(register);
                Register.ofDwarf(number).filter(inner::has).ifPresent(other -> found.with(register, inner.get(other)));
            }
            case RegisterRule.AtExpression(Bytes expression) -> {
                long address = LocationExpression.value(expression, context, cfa.value());
                found.with(register, context.memory(address, Long.BYTES));
            }
            case RegisterRule.ExpressionValue(Bytes expression) ->
                found.with(register, LocationExpression.value(expression, context, cfa.value()));
        }
    }

    private void keep(Register register, RecoveredRegisters found) {
        if (inner.has(register)) {
            found.with(register, inner.get(register));
        }
    }
}
