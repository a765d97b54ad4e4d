package gjdbg.dwarf.frame;

import gjdbg.bytes.Cursor;

/** Pointers of .eh_frame and .eh_frame_hdr, in one of the DW_EH_PE_ encodings (Linux Standard Base, section 10.5.1). */
final class PointerEncoding {
    static final int ABSOLUTE = 0;
    static final int OMITTED = 0xff;

    private static final int INDIRECT = 0x80;
    private static final int FORMAT = 0x0f;
    private static final int BASE = 0x70;
    private static final int RELATIVE_TO_PLACE = 0x10;
    private static final int RELATIVE_TO_DATA = 0x30;

    private PointerEncoding() {}

    /**
     * @param sectionAddress where the section that the cursor is in lies in memory
     * @param data what pointers relative to data are relative to
     */
    static long read(Cursor at, int encoding, long sectionAddress, long data) {
        if ((encoding & INDIRECT) != 0) {
            throw at.malformed("a code address that is behind a pointer");
        }
        long place = sectionAddress + at.position();
        long value = number(at, encoding);
        return switch (encoding & BASE) {
            case 0 -> value;
            case RELATIVE_TO_PLACE -> place + value;
            case RELATIVE_TO_DATA -> data + value;
            default -> throw at.malformed("pointer encoding 0x" + Integer.toHexString(encoding));
        };
    }

    /** A length, or the number within an encoded pointer. */
    static long number(Cursor at, int encoding) {
        return switch (encoding & FORMAT) {
            case 0x0, 0x4, 0xc -> at.u64();
            case 0x1 -> at.uleb();
            case 0x2 -> at.u16();
            case 0x3 -> at.u32();
            case 0x9 -> at.sleb();
            case 0xa -> (short) at.u16();
            case 0xb -> at.i32();
            default -> throw at.malformed("pointer encoding 0x" + Integer.toHexString(encoding));
        };
    }
}
