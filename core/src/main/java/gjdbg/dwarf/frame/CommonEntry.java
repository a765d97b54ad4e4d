package gjdbg.dwarf.frame;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;

/**
 * A common information entry (DWARF 5, section 6.4.1; for .eh_frame Linux Standard Base, section 10.6.1).
 *
 * @param segmentSize bytes of the segment selector before each address; 0 in every program that is known
 * @param codeFactor what advances of the PC are multiplied by
 * @param dataFactor what factored offsets are multiplied by
 * @param pointerEncoding how the addresses of its FDEs are written
 * @param augmented whether its FDEs have augmentation data, with its length before it
 * @param instructions the initial ones, as a part of the section
 */
record CommonEntry(
        int segmentSize,
        long codeFactor,
        long dataFactor,
        int returnAddress,
        int pointerEncoding,
        boolean augmented,
        boolean signal,
        Bytes instructions) {

    /** @param at behind the id */
    static CommonEntry read(Cursor at, long end) {
        int version = at.u8();
        if (version != 1 && version != 3 && version != 4) {
            throw at.malformed("call frame information of version " + version);
        }
        String augmentation = at.cString();
        if (augmentation.startsWith("eh")) {
            // g++ 2's pointer to its own data
            at.skip(8);
        }
        int segmentSize = 0;
        if (version == 4) {
            int addressSize = at.u8();
            if (addressSize != 8) {
                throw at.malformed("call frame information with addresses of " + addressSize + " bytes");
            }
            segmentSize = at.u8();
            if (segmentSize > 8) {
                throw at.malformed("a segment selector of " + segmentSize + " bytes");
            }
        }
        long codeFactor = at.uleb();
        long dataFactor = at.sleb();
        long returnAddress = version == 1 ? at.u8() : at.uleb();
        if (returnAddress < 0 || returnAddress > RowProgram.MOST_REGISTERS) {
            throw at.malformed("a return address in register " + Long.toUnsignedString(returnAddress));
        }
        boolean augmented = augmentation.startsWith("z");
        int encoding = PointerEncoding.ABSOLUTE;
        if (augmented) {
            long length = at.uleb();
            long behind = at.position() + length;
            if (length < 0 || behind > end) {
                throw at.malformed("augmentation data that leaves its entry");
            }
            encoding = encoding(augmentation, at);
            at.position(behind);
        } else if (!augmentation.isEmpty() && !augmentation.startsWith("eh")) {
            throw at.malformed("augmentation \"" + augmentation + "\", which gjdbg does not know");
        }
        Bytes instructions = at.bytes().slice(at.position(), end - at.position());
        boolean signal = augmented && augmentation.indexOf('S') > 0;
        return new CommonEntry(
                segmentSize, codeFactor, dataFactor, (int) returnAddress, encoding, augmented, signal, instructions);
    }

    private static int encoding(String augmentation, Cursor at) {
        for (char letter : augmentation.substring(1).toCharArray()) {
            switch (letter) {
                case 'R' -> {
                    return at.u8();
                }
                case 'L' -> at.u8();
                case 'P' -> PointerEncoding.number(at, at.u8());
                case 'S', 'B' -> {}
                default -> throw at.malformed("augmentation \"" + augmentation + "\", which gjdbg does not know");
            }
        }
        return PointerEncoding.ABSOLUTE;
    }
}
