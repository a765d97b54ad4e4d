package gjdbg.target.core;

/**
 * A part of a file that was mapped into the process, as NT_FILE lists it.
 *
 * @param end the first address after it
 * @param offset in the file, in bytes
 */
record FilePart(long start, long end, long offset, MappedFile file) implements Span<FilePart> {
    @Override
    public FilePart from(long address) {
        return new FilePart(address, end, offset + address - start, file);
    }
}
