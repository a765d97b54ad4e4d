package gjdbg.target.amd64;

/** Legacy and REX prefixes as bits of one number. */
final class Prefix {
    static final int OPERAND_SIZE = 1;
    static final int ADDRESS_SIZE = 1 << 1;
    static final int LOCK = 1 << 2;
    static final int REP = 1 << 3;
    static final int REPNE = 1 << 4;
    static final int FS = 1 << 5;
    static final int GS = 1 << 6;
    /** CS, DS, ES and SS, which select nothing in 64-bit mode. */
    static final int FLAT_SEGMENT = 1 << 7;

    static final int REX = 1 << 8;
    static final int REX_W = 1 << 9;
    static final int REX_R = 1 << 10;
    static final int REX_X = 1 << 11;
    static final int REX_B = 1 << 12;
    static final int ALL_REX = REX | REX_W | REX_R | REX_X | REX_B;

    private Prefix() {}

    /** The bit of a legacy prefix; 0 when the byte is none. */
    static int legacy(int octet) {
        return switch (octet) {
            case 0x66 -> OPERAND_SIZE;
            case 0x67 -> ADDRESS_SIZE;
            case 0xf0 -> LOCK;
            case 0xf2 -> REPNE;
            case 0xf3 -> REP;
            case 0x64 -> FS;
            case 0x65 -> GS;
            case 0x26, 0x2e, 0x36, 0x3e -> FLAT_SEGMENT;
            default -> 0;
        };
    }

    static int rex(boolean w, boolean r, boolean x, boolean b) {
        return (w ? REX_W : 0) | (r ? REX_R : 0) | (x ? REX_X : 0) | (b ? REX_B : 0);
    }
}
