package gjdbg.target.core;

import gjdbg.elf.Segment;

/**
 * A PT_LOAD: a mapping of the process, with its first bytes in the core.
 *
 * @param end the first address after it
 * @param position of the first byte in the core file
 * @param held bytes that the core file has
 * @param meant bytes that it should have; more than held in a truncated one
 */
record Loaded(long start, long end, int flags, long position, long held, long meant) implements Span<Loaded> {
    static Loaded of(Segment segment, long fileSize) {
        long size = Math.max(segment.memorySize(), segment.fileSize());
        long end = segment.address() + size;
        boolean wraps = size < 0 || Long.compareUnsigned(end, segment.address()) < 0;
        return new Loaded(
                segment.address(),
                wraps ? segment.address() + segment.fileSize() : end,
                segment.flags(),
                segment.offset(),
                Math.max(0, Math.min(segment.fileSize(), fileSize - segment.offset())),
                segment.fileSize());
    }

    @Override
    public Loaded from(long address) {
        long skipped = address - start;
        return new Loaded(
                address, end, flags, position + skipped, Math.max(0, held - skipped), Math.max(0, meant - skipped));
    }
}
