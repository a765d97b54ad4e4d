package gjdbg.dwarf.expr;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;

/** What follows an operation's code (DWARF 5, section 2.5.1); no wild number leaves it. */
final class Operands {
    private Operands() {}

    static long constant(int op, Cursor at) {
        return switch (op) {
            case Op.CONST1U -> at.u8();
            case Op.CONST1S -> at.i8();
            case Op.CONST2U -> at.u16();
            case Op.CONST2S -> (short) at.u16();
            case Op.CONST4U -> at.u32();
            case Op.CONST4S -> at.i32();
            case Op.CONST8U, Op.CONST8S -> at.u64();
            case Op.CONSTU -> at.uleb();
            default -> at.sleb();
        };
    }

    static long bits(long bytes, Cursor at) {
        if (bytes < 0 || bytes > Integer.MAX_VALUE) {
            throw at.malformed("a piece of a wild size");
        }
        return 8 * bytes;
    }

    static int registerNumber(Cursor at) {
        long number = at.uleb();
        if (number < 0 || number > 1_000) {
            throw at.malformed("register number " + Long.toUnsignedString(number));
        }
        return (int) number;
    }

    static int size(Cursor at) {
        int size = at.u8();
        if (size < 1 || size > 8) {
            throw at.malformed("a read of " + size + " bytes onto the stack");
        }
        return size;
    }

    static byte[] block(long length, Cursor at) {
        Bytes taken = at.take(length);
        return taken.array(0, taken.size());
    }

    static long number(byte[] littleEndian, Cursor at) {
        if (littleEndian.length > 8) {
            throw at.malformed("a constant of " + littleEndian.length + " bytes");
        }
        long number = 0;
        for (int i = littleEndian.length - 1; i >= 0; i--) {
            number = number << 8 | littleEndian[i] & 0xff;
        }
        return number;
    }

    static byte[] littleEndian(long value, int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (value >>> 8 * i);
        }
        return bytes;
    }
}
