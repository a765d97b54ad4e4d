package gjdbg.target.amd64;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import gjdbg.target.Address;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The system's Capstone library of version 4 or 5 (capstone/capstone.h), where there is one. */
final class Capstone {
    private static final int ARCH_X86 = 3;
    private static final int MODE_64 = 1 << 3;
    private static final int OPTION_SKIPDATA = 5;
    private static final long ON = 3;

    /** The layout of cs_insn: the size of its byte array is what the versions differ in. */
    private record Layout(int version, int bytes) {
        private static final int ADDRESS = 8;
        private static final int SIZE = 16;
        private static final int BYTES = 18;
        private static final int MNEMONIC_SIZE = 32;
        private static final int OPERANDS_SIZE = 160;

        private int mnemonic() {
            return BYTES + bytes;
        }

        private int operands() {
            return mnemonic() + MNEMONIC_SIZE;
        }

        /** The size of the whole structure, which ends with a pointer. */
        private int stride() {
            return (operands() + OPERANDS_SIZE + 7 & -8) + 8;
        }
    }

    private static final class Loaded {
        private static final Optional<Layout> LAYOUT = load();
    }

    private Capstone() {}

    private static native int cs_version(Pointer major, Pointer minor);

    private static native int cs_open(int architecture, int mode, Pointer handle);

    private static native int cs_option(long handle, int type, long value);

    private static native long cs_disasm(
            long handle, Pointer code, long size, long address, long count, Pointer instructions);

    private static native void cs_free(Pointer instructions, long count);

    private static native int cs_close(Pointer handle);

    private static Optional<Layout> load() {
        for (Layout layout : List.of(new Layout(5, 24), new Layout(4, 16))) {
            try {
                Native.register(Capstone.class, NativeLibrary.getInstance("libcapstone.so." + layout.version()));
                if (cs_version(Pointer.NULL, Pointer.NULL) >> 8 == layout.version()) {
                    return Optional.of(layout);
                }
            } catch (UnsatisfiedLinkError e) {
                // not this version
            }
        }
        return Optional.empty();
    }

    /** Empty when the library is not there. */
    static Optional<List<DisassembledInstruction>> disassemble(byte[] code, Address pc) {
        return Loaded.LAYOUT.flatMap(layout -> disassemble(layout, code, pc));
    }

    private static Optional<List<DisassembledInstruction>> disassemble(Layout layout, byte[] code, Address pc) {
        try (Memory handle = new Memory(8);
                Memory input = new Memory(code.length);
                Memory output = new Memory(8)) {
            input.write(0, code, 0, code.length);
            if (cs_open(ARCH_X86, MODE_64, handle) != 0) {
                return Optional.empty();
            }
            try {
                cs_option(handle.getLong(0), OPTION_SKIPDATA, ON);
                output.setLong(0, 0);
                long count = cs_disasm(handle.getLong(0), input, code.length, pc.value(), 0, output);
                Pointer first = output.getPointer(0);
                List<DisassembledInstruction> lines = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    lines.add(line(layout, first.share((long) i * layout.stride())));
                }
                if (count > 0) {
                    cs_free(first, count);
                }
                return Optional.of(lines);
            } finally {
                cs_close(handle);
            }
        }
    }

    private static DisassembledInstruction line(Layout layout, Pointer at) {
        int size = at.getShort(Layout.SIZE);
        String operands = at.getString(layout.operands(), StandardCharsets.US_ASCII.name());
        String mnemonic = at.getString(layout.mnemonic(), StandardCharsets.US_ASCII.name());
        return new DisassembledInstruction(
                new Address(at.getLong(Layout.ADDRESS)),
                at.getByteArray(Layout.BYTES, size),
                operands.isEmpty() ? mnemonic : mnemonic + " " + operands);
    }
}
