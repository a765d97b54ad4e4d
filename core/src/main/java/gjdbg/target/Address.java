package gjdbg.target;

/** An address in the memory of a process; unsigned. */
public record Address(long value) implements Comparable<Address> {
    public Address plus(long bytes) {
        return new Address(value + bytes);
    }

    @Override
    public int compareTo(Address other) {
        return Long.compareUnsigned(value, other.value);
    }

    @Override
    public String toString() {
        return "0x" + Long.toHexString(value);
    }
}
