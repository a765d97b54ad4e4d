package gjdbg.target.amd64;

/** Where control goes after an instruction (Intel SDM, volume 2). */
public enum Flow {
    /** To the next instruction. */
    NEXT,
    CALL_RELATIVE,
    /** Through a register or memory, near. */
    CALL_INDIRECT,
    JUMP_RELATIVE,
    JUMP_INDIRECT,
    /** Jcc: by the flags. */
    CONDITIONAL,
    /** LOOP, LOOPE, LOOPNE, JECXZ and JRCXZ: by RCX, and the zero flag too. */
    LOOP,
    /** RET, near. */
    RETURN,
    /** SYSCALL, SYSENTER and INT 0x80. */
    SYSCALL,
    /** INT3, INT1, INT, UD0, UD1, UD2 and HLT: raises an exception in a user's program. */
    TRAP,
    /** Far calls, jumps and returns, IRET and SYSRET: changes the code segment. */
    FAR,
    /** XBEGIN: goes on, or comes out at its target with the transaction undone. */
    TRANSACTION
}
