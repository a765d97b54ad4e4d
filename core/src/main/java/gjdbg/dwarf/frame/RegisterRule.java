package gjdbg.dwarf.frame;

import gjdbg.bytes.Bytes;

/** Where a register's value in the caller is found (DWARF 5, section 6.4.1). */
public sealed interface RegisterRule {
    /** It can't be recovered. */
    record Undefined() implements RegisterRule {}

    /** The frame left it alone. */
    record SameValue() implements RegisterRule {}

    /** In memory, at the CFA and that many bytes. */
    record AtOffset(long offset) implements RegisterRule {}

    /** It is the CFA and that many bytes. */
    record CfaPlus(long offset) implements RegisterRule {}

    /** In another register, in DWARF's numbering. */
    record InRegister(int number) implements RegisterRule {}

    /** In memory, at the address to which the expression evaluates once the CFA is on its stack. */
    record AtExpression(Bytes expression) implements RegisterRule {}

    /** It is what the expression evaluates to once the CFA is on its stack. */
    record ExpressionValue(Bytes expression) implements RegisterRule {}
}
