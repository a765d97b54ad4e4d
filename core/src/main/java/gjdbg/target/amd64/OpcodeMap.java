package gjdbg.target.amd64;

/** The tables that an opcode is looked up in (Intel SDM, volume 2, appendix A); MAP5 and MAP6 have EVEX forms
 * only, the last three AMD's XOP forms (AMD64 APM, volume 3, section 1.8). */
public enum OpcodeMap {
    ONE_BYTE,
    MAP_0F,
    MAP_0F38,
    MAP_0F3A,
    MAP5,
    MAP6,
    XOP8,
    XOP9,
    XOPA
}
