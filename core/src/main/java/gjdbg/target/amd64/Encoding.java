package gjdbg.target.amd64;

/** How an instruction's opcode is prefixed (Intel SDM, volume 2, chapter 2). */
public enum Encoding {
    LEGACY,
    VEX,
    EVEX,
    /** AMD's, with maps of its own. */
    XOP
}
