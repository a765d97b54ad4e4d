package gjdbg.value;

import gjdbg.error.GjdbgException;
import gjdbg.error.TargetGone;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What C keeps as characters, for people.
 *
 * @param whole whether it goes on to its null character
 */
record CText(String text, boolean whole) {
    private static final int MOST = 200;
    private static final int PAGE = 4096;
    /** Of a character in UTF-8, which the end may cut through. */
    private static final int MOST_OF_CHARACTER = 4;

    /** The text of an array of char up to its null character; empty where what follows that is not all null too. */
    static Optional<CText> ofArray(Value value) {
        long length = value.type().length().orElse(0);
        if (value.type().element().filter(CText::isChar).isEmpty() || length < 1 || length > MOST) {
            return Optional.empty();
        }
        try {
            byte[] bytes = value.bytes();
            int end = 0;
            while (end < bytes.length && bytes[end] != 0) {
                end++;
            }
            for (int i = end; i < bytes.length; i++) {
                if (bytes[i] != 0) {
                    return Optional.empty();
                }
            }
            return decoded(bytes, end).map(text -> new CText(text, true));
        } catch (TargetGone e) {
            throw e;
        } catch (GjdbgException e) {
            return Optional.empty();
        }
    }

    /** The text at the address that a pointer to char holds; empty where there is none. */
    static Optional<CText> at(Value pointer, Address address) {
        if (pointer.type().element().filter(CText::isChar).isEmpty() || !(pointer instanceof TypedValue typed)) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Memory memory = typed.context().memory();
            for (Address at = address; bytes.size() <= MOST; ) {
                // a string may end just before memory does
                int step = (int) Math.min(32, PAGE - (at.value() & PAGE - 1));
                for (byte each : memory.bytes(at, step)) {
                    if (each == 0) {
                        return decoded(bytes.toByteArray(), bytes.size()).map(text -> new CText(text, true));
                    }
                    bytes.write(each);
                }
                at = at.plus(step);
            }
        } catch (TargetGone e) {
            throw e;
        } catch (GjdbgException e) {
            return Optional.empty();
        }
        for (int cut = 0; cut < MOST_OF_CHARACTER; cut++) {
            Optional<String> text = decoded(bytes.toByteArray(), MOST - cut);
            if (text.isPresent()) {
                return Optional.of(new CText(text.get(), false));
            }
        }
        return Optional.empty();
    }

    /** Not {@code signed char} and {@code unsigned char}, which are small numbers. */
    static boolean isChar(Type type) {
        return type.kind() == TypeKind.INT
                && type.size() == 1
                && type.name().replace("const ", "").replace("volatile ", "").equals("char");
    }

    /** Empty where the bytes are no text. */
    private static Optional<String> decoded(byte[] bytes, int length) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
