package gjdbg.dwarf.frame;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The entries of a .debug_frame or .eh_frame section, read in place. */
final class FrameSection {
    private static final long LONG_FORMAT = 0xffff_ffffL;
    private static final int MOST_COMMON = 1 << 16;

    private final Bytes bytes;
    private final boolean exceptions;
    private final long address;
    private final Map<Long, CommonEntry> common = new HashMap<>();

    /**
     * @param exceptions whether it is an .eh_frame
     * @param address of the section in memory, without the bias
     */
    FrameSection(Bytes bytes, boolean exceptions, long address) {
        this.bytes = bytes;
        this.exceptions = exceptions;
        this.address = address;
    }

    Bytes bytes() {
        return bytes;
    }

    boolean exceptions() {
        return exceptions;
    }

    long address() {
        return address;
    }

    /** The head of an entry: where its id is, how long that is, and where the entry ends. */
    private record Head(long id, int idSize, long end) {}

    /** Empty at the section's end, or at .eh_frame's terminator. */
    private Optional<Head> head(long offset) {
        if (offset >= bytes.size()) {
            return Optional.empty();
        }
        Cursor at = bytes.at(offset);
        long length = at.u32();
        boolean wide = length == LONG_FORMAT;
        if (wide) {
            length = at.u64();
        } else if (length == 0) {
            return Optional.empty();
        }
        // .eh_frame has ids of four bytes in either format
        int idSize = wide && !exceptions ? 8 : 4;
        if (length < idSize || length > bytes.size() - at.position()) {
            throw bytes.malformed(offset, "an entry of " + Long.toUnsignedString(length) + " bytes");
        }
        return Optional.of(new Head(at.position(), idSize, at.position() + length));
    }

    private boolean isCommon(Head head) {
        long id = bytes.at(head.id()).unsigned(head.idSize());
        return exceptions ? id == 0 : id == (head.idSize() == 8 ? -1L : 0xffff_ffffL);
    }

    /** The offset of the entry after this one; empty at the end. */
    Optional<Long> next(long offset) {
        return head(offset).map(Head::end);
    }

    /** The frame description entry at the offset; empty for a common one, and at the end. */
    Optional<DescriptionEntry> description(long offset) {
        Optional<Head> head = head(offset);
        if (head.isEmpty() || isCommon(head.get())) {
            return Optional.empty();
        }
        long end = head.get().end();
        Cursor at = bytes.slice(0, end).at(head.get().id());
        long id = at.unsigned(head.get().idSize());
        CommonEntry owner = common(exceptions ? head.get().id() - id : id, offset);
        at.skip(owner.segmentSize());
        long start = PointerEncoding.read(at, owner.pointerEncoding(), address, 0);
        long length = PointerEncoding.number(at, owner.pointerEncoding());
        if (owner.augmented()) {
            long augmentation = at.uleb();
            if (augmentation < 0 || augmentation > end - at.position()) {
                throw at.malformed("augmentation data that leaves its entry");
            }
            at.skip(augmentation);
        }
        Bytes instructions = bytes.slice(at.position(), end - at.position());
        return Optional.of(new DescriptionEntry(owner, start, start + length, instructions));
    }

    private synchronized CommonEntry common(long offset, long wantedBy) {
        CommonEntry known = common.get(offset);
        if (known == null) {
            Head head = head(offset)
                    .filter(this::isCommon)
                    .orElseThrow(() -> bytes.malformed(wantedBy, "an entry whose common entry is none"));
            Cursor at = bytes.slice(0, head.end()).at(head.id() + head.idSize());
            known = CommonEntry.read(at, head.end());
            if (common.size() < MOST_COMMON) {
                common.put(offset, known);
            }
        }
        return known;
    }
}
