package gjdbg.type;

import java.util.Objects;
import java.util.Optional;

/**
 * The type of a bit-field of C's.
 *
 * @param of the type that the field is declared with
 * @param shift of its lowest bit from that of its first byte, 0 to 7
 * @param bits 1 to 64
 */
public record BitField(Type of, int shift, int bits) implements Type {
    public BitField {
        Objects.requireNonNull(of);
    }

    /** The bits of the field out of those of its bytes. */
    public long extract(long bytes) {
        int unused = 64 - bits;
        long low = bytes >>> shift << unused;
        return of.isSigned() ? low >> unused : low >>> unused;
    }

    /** The field's bytes with its own bits replaced. */
    public long insert(long bytes, long value) {
        long mask = -1L >>> 64 - bits << shift;
        return bytes & ~mask | value << shift & mask;
    }

    @Override
    public String name() {
        return of.name() + " : " + bits;
    }

    @Override
    public TypeKind kind() {
        return of.kind();
    }

    /** Of the bytes that hold a part of it. */
    @Override
    public long size() {
        return (shift + bits + 7) / 8;
    }

    @Override
    public boolean isSigned() {
        return of.isSigned();
    }

    @Override
    public Optional<String> enumerator(long value) {
        return of.enumerator(value);
    }

    @Override
    public String toString() {
        return name();
    }
}
