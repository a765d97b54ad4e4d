package gjdbg.target;

/**
 * One mapping of a process (proc(5), /proc/pid/maps).
 *
 * @param end the first address after it
 * @param fileOffset in bytes; 0 where no file is mapped
 * @param path "" for anonymous memory; the kernel's own are in brackets, as {@code [stack]}
 */
public record Mapping(
        Address start,
        Address end,
        boolean readable,
        boolean writable,
        boolean executable,
        long fileOffset,
        long inode,
        String path) {
    public boolean contains(Address address) {
        return address.compareTo(start) >= 0 && address.compareTo(end) < 0;
    }

    public long size() {
        return end.value() - start.value();
    }
}
