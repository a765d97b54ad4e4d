package gjdbg.dwarf.frame;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How to get from a frame to its caller, at one PC.
 *
 * @param registers by DWARF's numbering; the ABI tells of those that are missing
 * @param returnAddress the number of the column that holds the return address
 * @param signal whether the frame was made by the kernel for a signal handler (augmentation S): its caller was interrupted
 *     and has called nothing
 */
public record UnwindRow(CfaRule cfa, Map<Integer, RegisterRule> registers, int returnAddress, boolean signal) {
    public UnwindRow {
        Objects.requireNonNull(cfa);
        registers = Map.copyOf(registers);
    }

    public Optional<RegisterRule> rule(int register) {
        return Optional.ofNullable(registers.get(register));
    }
}
