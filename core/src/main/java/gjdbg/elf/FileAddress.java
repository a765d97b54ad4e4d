package gjdbg.elf;

/**
 * A virtual address as the linker laid it out in a file; unsigned. Only a loaded module turns one into an
 * {@code Address} in the memory of a process.
 */
public record FileAddress(long value) implements Comparable<FileAddress> {
    public FileAddress plus(long bytes) {
        return new FileAddress(value + bytes);
    }

    @Override
    public int compareTo(FileAddress other) {
        return Long.compareUnsigned(value, other.value);
    }

    @Override
    public String toString() {
        return "0x" + Long.toHexString(value);
    }
}
