package gjdbg.expr;

import gjdbg.bytes.Utf8;
import gjdbg.target.Address;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.ComputedValue;
import gjdbg.value.ProgramScope;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Strings from slices of bytes and runes, and back ("Conversions to and from a string type"). */
final class TextConversion {
    private static final long LONGEST = 1 << 20;
    private static final int REPLACEMENT = 0xfffd;
    private static final byte[] NO_CHARACTER = Character.toString(REPLACEMENT).getBytes(StandardCharsets.UTF_8);

    private final ProgramScope scope;

    TextConversion(ProgramScope scope) {
        this.scope = scope;
    }

    Operand toSlice(Operand.Text text, Type to, Spot at) {
        Type element = to.element().orElseThrow(() -> Conversion.impossible(text, to, at));
        boolean bytes = element.kind() == TypeKind.UINT && element.size() == 1;
        if (!bytes && !isRune(element)) {
            throw Conversion.impossible(text, to, at);
        }
        if (text.bytes().length > LONGEST) {
            throw at.unavailable("a string of " + text.bytes().length + " bytes is too long for a slice");
        }
        int[] units = bytes ? bytes(text.bytes()) : runes(text.bytes());
        Reading reading = new Reading.Sequence(
                units.length,
                units.length,
                index -> new ComputedValue(element, new Reading.Int(units[(int) index], bytes)));
        return new Operand.Whole(new ComputedValue(to, reading));
    }

    private static boolean isRune(Type type) {
        return type.kind() == TypeKind.INT && type.size() == 4;
    }

    private static int[] bytes(byte[] bytes) {
        int[] units = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            units[i] = bytes[i] & 0xff;
        }
        return units;
    }

    /** Each byte that begins no valid encoding is a replacement character of its own, as in Go. */
    private static int[] runes(byte[] bytes) {
        int[] runes = new int[bytes.length];
        int count = 0;
        for (int i = 0; i < bytes.length; count++) {
            int length = Utf8.length(bytes, i);
            runes[count] =
                    length == 0 ? REPLACEMENT : new String(bytes, i, length, StandardCharsets.UTF_8).codePointAt(0);
            i += Math.max(1, length);
        }
        return Arrays.copyOf(runes, count);
    }

    /** @param slice of bytes or runes */
    Operand toText(Value slice, Type to, Spot at) {
        Operand whole = new Operand.Whole(slice);
        Type element = slice.type().element().orElseThrow(() -> Conversion.impossible(whole, to, at));
        boolean bytes = element.kind() == TypeKind.UINT && element.size() == 1;
        if (!bytes && !isRune(element)) {
            throw Conversion.impossible(whole, to, at);
        }
        if (!(Operands.readable(slice, at) instanceof Reading.Sequence sequence)) {
            return new Operand.Text(to, new byte[0]);
        }
        if (sequence.length() > (bytes ? LONGEST : LONGEST / 4)) {
            throw at.unavailable("a slice of " + sequence.length() + " elements is too long for a string");
        }
        Optional<Address> start = bytes && sequence.length() > 0
                ? sequence.elements().at(0).place().inMemory()
                : Optional.empty();
        if (start.isPresent()) {
            // the same bytes as a string's: read at once
            byte[] header = ByteBuffer.allocate(2 * Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(start.get().value())
                    .putLong(sequence.length())
                    .array();
            return Operands.of(scope.made(to, header), at);
        }
        // each element is a value of its own on the way
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (long i = 0; i < sequence.length(); i++) {
            Operand unit = Operands.of(sequence.elements().at(i), at);
            long value = ((Operand.Integer) unit).value();
            if (bytes || value >= 0 && value < 0x80) {
                text.write((int) value);
            } else if (value < 0 || value > Character.MAX_CODE_POINT) {
                // made once: what fills a wild slice is mostly of this kind
                text.writeBytes(NO_CHARACTER);
            } else {
                text.writeBytes(character(BigInteger.valueOf(value)));
            }
        }
        return new Operand.Text(to, text.toByteArray());
    }

    /** The character's encoding; that of the replacement character where there is none of that number. */
    static byte[] character(BigInteger value) {
        boolean valid = value.bitLength() < 31
                && Character.isValidCodePoint(value.intValue())
                && (value.intValue() < Character.MIN_SURROGATE || value.intValue() > Character.MAX_SURROGATE);
        return Character.toString(valid ? value.intValue() : REPLACEMENT).getBytes(StandardCharsets.UTF_8);
    }
}
