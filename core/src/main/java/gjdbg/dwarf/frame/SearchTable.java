package gjdbg.dwarf.frame;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;
import gjdbg.bytes.Search;
import java.util.Optional;
import java.util.OptionalLong;

/** The sorted table of .eh_frame_hdr (Linux Standard Base, section 10.6.2), in the form that all linkers write. */
final class SearchTable implements FrameIndex {
    /** Four signed bytes, relative to the table's section. */
    private static final int PAIRS = 0x3b;

    private static final int ENTRY = 8;

    private final Bytes pairs;
    private final long address;
    private final long frames;

    private SearchTable(Bytes pairs, long address, long frames) {
        this.pairs = pairs;
        this.address = address;
        this.frames = frames;
    }

    /**
     * Empty where the section has no table, or one in another form.
     *
     * @param address of the table's section
     */
    static Optional<SearchTable> read(Bytes header, long address, FrameSection frames) {
        if (header.size() < 4 || header.u8(0) != 1 || header.u8(3) != PAIRS) {
            return Optional.empty();
        }
        Cursor at = header.at(4);
        int frameEncoding = header.u8(1);
        int countEncoding = header.u8(2);
        if (frameEncoding == PointerEncoding.OMITTED || countEncoding == PointerEncoding.OMITTED) {
            return Optional.empty();
        }
        long named = PointerEncoding.read(at, frameEncoding, address, address);
        long count = PointerEncoding.read(at, countEncoding, address, address);
        if (named != frames.address() || count < 1 || count > (header.size() - at.position()) / ENTRY) {
            return Optional.empty();
        }
        Bytes pairs = header.slice(at.position(), count * ENTRY);
        return Optional.of(new SearchTable(pairs, address, frames.address()));
    }

    @Override
    public OptionalLong entryFor(long pc) {
        int next = Search.firstAbove(pc, 0, pairs.size() / ENTRY, index -> address + pairs.i32((long) index * ENTRY));
        return next == 0
                ? OptionalLong.empty()
                : OptionalLong.of(address + pairs.i32((next - 1L) * ENTRY + 4) - frames);
    }
}
