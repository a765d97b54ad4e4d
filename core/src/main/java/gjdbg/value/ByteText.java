package gjdbg.value;

import gjdbg.bytes.Utf8;
import gjdbg.error.GjdbgException;
import gjdbg.error.TargetGone;
import gjdbg.target.Address;
import gjdbg.type.TypeKind;
import java.util.Arrays;
import java.util.Optional;

/** What stands in slices of bytes, where that is text: UTF-8 of characters that can be printed, ends of lines and tabs. */
public final class ByteText {
    /** Fewer may be text by chance. */
    private static final int FEWEST = 4;
    /** How many are looked at. */
    private static final int MOST = 4096;

    private ByteText() {}

    /** Of a long text the first bytes; empty where it is no slice of bytes, or not text. */
    static Optional<byte[]> of(Value slice, Reading.Sequence sequence) {
        boolean isOfBytes = slice.type().kind() == TypeKind.SLICE
                && slice.type()
                        .element()
                        .filter(element -> element.name().equals("uint8"))
                        .isPresent();
        if (!isOfBytes || sequence.length() < FEWEST) {
            return Optional.empty();
        }
        try {
            return sequence.elements().at(0) instanceof TypedValue first
                            && first.place() instanceof Place.InMemory(Address address)
                    ? text(first.context().memory().bytes(address, (int) Math.min(sequence.length(), MOST)))
                    : Optional.empty();
        } catch (TargetGone e) {
            throw e;
        } catch (GjdbgException e) {
            return Optional.empty();
        }
    }

    /** Whether the value shows as text. */
    public static boolean isText(Value slice, Reading.Sequence sequence) {
        return of(slice, sequence).isPresent();
    }

    private static Optional<byte[]> text(byte[] bytes) {
        int end = 0;
        while (end < bytes.length) {
            int length = Utf8.length(bytes, end);
            if (length == 0 || !isText(Utf8.character(bytes, end, length))) {
                break;
            }
            end += length;
        }
        // the last character of those that were read may be cut
        boolean isAll = end == bytes.length || bytes.length == MOST && end > MOST - Utf8.LONGEST;
        return isAll ? Optional.of(Arrays.copyOf(bytes, end)) : Optional.empty();
    }

    private static boolean isText(int character) {
        return character == '\n' || character == '\r' || character == '\t' || Quoted.isPrintable(character);
    }
}
