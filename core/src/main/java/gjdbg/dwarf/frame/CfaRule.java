package gjdbg.dwarf.frame;

import gjdbg.bytes.Bytes;

/** How the canonical frame address is computed (DWARF 5, section 6.4.1). */
public sealed interface CfaRule {
    /** @param number of the register in DWARF's numbering */
    record RegisterPlus(int number, long offset) implements CfaRule {}

    record Expression(Bytes expression) implements CfaRule {}
}
