package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.Registers;
import gjdbg.value.Place.Constant;
import gjdbg.value.Place.InMemory;
import gjdbg.value.Place.InRegister;
import gjdbg.value.Place.InVector;
import gjdbg.value.Place.Nowhere;
import gjdbg.value.Place.Part;
import gjdbg.value.Place.Piece;
import gjdbg.value.Place.Pieces;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.Optional;

/** Reads and writes the bytes of places: in memory, or in the registers of one frame. */
final class Storage {
    private final Memory memory;
    private final Optional<Registers> registers;

    /** @param registers empty where values are in memory only */
    Storage(Memory memory, Optional<Registers> registers) {
        this.memory = Objects.requireNonNull(memory);
        this.registers = registers;
    }

    Memory memory() {
        return memory;
    }

    /**
     * An unsigned number of 1 to 8 bytes, least significant first.
     *
     * @throws Unavailable when the bytes are nowhere
     * @throws gjdbg.error.MemoryFault when they can't be read
     */
    long word(Place place, long offset, int size) {
        if (place instanceof InMemory(Address address)) {
            Address at = address.plus(offset);
            switch (size) {
                case 1 -> {
                    return memory.u8(at);
                }
                case 2 -> {
                    return memory.u16(at);
                }
                case 4 -> {
                    return memory.u32(at);
                }
                case 8 -> {
                    return memory.u64(at);
                }
                default -> {
                    // odd sizes take the general way below
                }
            }
        }
        byte[] bytes = bytes(place, offset, size);
        long word = 0;
        for (int i = size - 1; i >= 0; i--) {
            word = word << 8 | bytes[i] & 0xff;
        }
        return word;
    }

    byte[] bytes(Place place, long offset, int length) {
        byte[] bytes = new byte[length];
        read(place, offset, bytes, 0, length);
        return bytes;
    }

    private void read(Place place, long offset, byte[] into, int at, int length) {
        if (length == 0) {
            return;
        }
        switch (place) {
            case InMemory(Address address) -> memory.read(address.plus(offset), into, at, length);
            case InRegister(var register) -> {
                long value = frameRegisters().get(register);
                byte[] bytes = ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(value)
                        .array();
                copy(bytes, offset, into, at, length, "register " + register);
            }
            case InVector(int number) ->
                copy(frameRegisters().vector(number), offset, into, at, length, "register XMM" + number);
            case Constant(byte[] bytes) -> copy(bytes, offset, into, at, length, "its constant");
            case Part(Place whole, int partOffset) -> read(whole, offset + partOffset, into, at, length);
            case Pieces pieces -> {
                long position = 0;
                for (Piece piece : pieces.pieces()) {
                    long from = Math.max(offset, position);
                    long to = Math.min(offset + length, position + piece.size());
                    if (from < to) {
                        read(piece.place(), from - position, into, at + (int) (from - offset), (int) (to - from));
                    }
                    position += piece.size();
                }
                if (position < offset + length) {
                    throw new Unavailable("", "its pieces hold " + position + " bytes only");
                }
            }
            case Nowhere(String why) -> throw new Unavailable("", why);
        }
    }

    private static void copy(byte[] from, long offset, byte[] into, int at, int length, String holder) {
        if (offset < 0 || offset + length > from.length) {
            throw new Unavailable("", holder + " is too small to hold it");
        }
        System.arraycopy(from, (int) offset, into, at, length);
    }

    /** @throws Unavailable when a part of the place can't be written */
    void write(Place place, long offset, byte[] bytes) {
        switch (place) {
            case InMemory(Address address) -> memory.write(address.plus(offset), bytes);
            case InRegister(var register) -> {
                byte[] whole = bytes(place, 0, 8);
                copyInto(whole, offset, bytes);
                frameRegisters()
                        .set(
                                register,
                                ByteBuffer.wrap(whole)
                                        .order(ByteOrder.LITTLE_ENDIAN)
                                        .getLong());
            }
            case InVector(int number) -> {
                byte[] whole = bytes(place, 0, 16);
                copyInto(whole, offset, bytes);
                frameRegisters().setVector(number, whole);
            }
            case Part(Place whole, int partOffset) -> write(whole, offset + partOffset, bytes);
            case Pieces pieces -> writePieces(pieces, offset, bytes);
            case Constant _ -> throw constant();
            case Nowhere(String why) -> throw new Unavailable("", why);
        }
    }

    private static Unavailable constant() {
        return new Unavailable("", "it is a constant here: the compiler keeps it in no place that could be written");
    }

    /** @throws Unavailable when a part of the place can't be written */
    void requireWritable(Place place, long offset, long length) {
        if (length == 0) {
            return;
        }
        switch (place) {
            case InMemory(Address address) -> {
                memory.u8(address.plus(offset));
                memory.u8(address.plus(offset + length - 1));
            }
            case InRegister _, InVector _ -> bytes(place, offset, (int) length);
            case Part(Place whole, int first) -> requireWritable(whole, offset + first, length);
            case Pieces(var pieces) -> {
                long position = 0;
                for (Piece piece : pieces) {
                    long from = Math.max(offset, position);
                    long to = Math.min(offset + length, position + piece.size());
                    if (from < to) {
                        requireWritable(piece.place(), from - position, to - from);
                    }
                    position += piece.size();
                }
            }
            case Constant _ -> throw constant();
            case Nowhere(String why) -> throw new Unavailable("", why);
        }
    }

    private void writePieces(Pieces pieces, long offset, byte[] bytes) {
        // All pieces are looked at before the first is written, so that nothing is written by halves.
        this.bytes(pieces, offset, bytes.length);
        long position = 0;
        for (Piece piece : pieces.pieces()) {
            long from = Math.max(offset, position);
            long to = Math.min(offset + bytes.length, position + piece.size());
            if (from < to) {
                byte[] part = new byte[(int) (to - from)];
                System.arraycopy(bytes, (int) (from - offset), part, 0, part.length);
                write(piece.place(), from - position, part);
            }
            position += piece.size();
        }
    }

    private static void copyInto(byte[] whole, long offset, byte[] bytes) {
        if (offset < 0 || offset + bytes.length > whole.length) {
            throw new Unavailable("", "its register is too small to hold it");
        }
        System.arraycopy(bytes, 0, whole, (int) offset, bytes.length);
    }

    private Registers frameRegisters() {
        return registers.orElseThrow(() -> new Unavailable("", "it is in a register of no frame"));
    }

    /** The place of a part, of a struct's field for one. */
    static Place part(Place place, long offset, long size) {
        return switch (place) {
            case InMemory(Address address) -> new InMemory(address.plus(offset));
            case Nowhere _ -> place;
            case Part(Place whole, int first) -> offset == 0 ? place : new Part(whole, (int) (first + offset));
            case Pieces(var pieces) -> {
                long position = 0;
                for (Piece piece : pieces) {
                    if (offset >= position && offset + size <= position + piece.size() && size > 0) {
                        yield part(piece.place(), offset - position, size);
                    }
                    position += piece.size();
                }
                yield new Part(place, (int) offset);
            }
            case InRegister _, InVector _, Constant _ -> offset == 0 ? place : new Part(place, (int) offset);
        };
    }
}
