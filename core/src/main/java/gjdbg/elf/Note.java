package gjdbg.elf;

import gjdbg.bytes.Bytes;
import java.util.function.Consumer;

/** One note (elf(5)): the owner's name, the owner's number for the kind of note, and the data. */
public record Note(String owner, int type, Bytes data) {
    public static final int NT_GNU_BUILD_ID = 3;
    public static final int NT_GO_BUILD_ID = 4;

    /** Calls visit for each of the notes in the bytes, up to the first that runs past their end. */
    public static void each(Bytes bytes, long alignment, Consumer<Note> visit) {
        long step = alignment == 8 ? 8 : 4;
        long at = 0;
        while (at <= bytes.size() - 12L) {
            long nameSize = bytes.u32(at);
            long dataSize = bytes.u32(at + 4);
            int type = bytes.i32(at + 8);
            long name = at + 12;
            long data = aligned(name + nameSize, step);
            if (data > bytes.size() || dataSize > bytes.size() - data) {
                return;
            }
            String owner = nameSize == 0 ? "" : bytes.text(name, nameSize).replace("\0", "");
            visit.accept(new Note(owner, type, bytes.slice(data, dataSize)));
            at = aligned(data + dataSize, step);
        }
    }

    private static long aligned(long offset, long step) {
        return (offset + step - 1) / step * step;
    }
}
