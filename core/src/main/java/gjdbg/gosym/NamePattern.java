package gjdbg.gosym;

import gjdbg.bytes.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * A function's name as a user gives it, compared with the linker's in place. Where the user gives no type arguments, or
 * {@code [...]} as Go prints them, those of the linker's name are passed over. A dot stands for the middle dot too, with
 * which the compiler numbers local types: ELF symbols have a plain dot there. It stands for the linker's escaped dot too,
 * as the user may have written either.
 */
final class NamePattern {
    private final byte[] wanted;

    NamePattern(String name) {
        this.wanted = PackagePaths.plain(name).replace("[...]", "").getBytes(StandardCharsets.UTF_8);
    }

    /** @param offset of a zero-terminated name */
    boolean matches(Bytes bytes, long offset) {
        long at = offset;
        int i = 0;
        while (true) {
            int next = bytes.u8(at);
            if (i < wanted.length && next == (wanted[i] & 0xff)) {
                i++;
                at++;
            } else if (next == 0xc2 && i < wanted.length && wanted[i] == '.' && bytes.u8(at + 1) == 0xb7) {
                i++;
                at += 2;
            } else if (next == '%' && i < wanted.length && wanted[i] == '.' && isEscapedDot(bytes, at)) {
                i++;
                at += 3;
            } else if (next == '[') {
                at = afterBrackets(bytes, at);
            } else {
                return next == 0 && i == wanted.length;
            }
        }
    }

    private static boolean isEscapedDot(Bytes bytes, long at) {
        return bytes.u8(at + 1) == '2' && bytes.u8(at + 2) == 'e';
    }

    /** The name without anything in brackets, and with plain dots: all names that one pattern matches share it. */
    static String withoutTypes(String given) {
        String name = PackagePaths.plain(given).replace('\u00b7', '.');
        if (name.indexOf('[') < 0) {
            return name;
        }
        StringBuilder kept = new StringBuilder(name.length());
        int depth = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            depth += c == '[' ? 1 : 0;
            if (depth == 0) {
                kept.append(c);
            }
            depth -= c == ']' && depth > 0 ? 1 : 0;
        }
        return kept.toString();
    }

    private static long afterBrackets(Bytes bytes, long open) {
        int depth = 0;
        long at = open;
        while (true) {
            int next = bytes.u8(at);
            if (next == 0) {
                return at;
            }
            at++;
            if (next == '[') {
                depth++;
            } else if (next == ']' && --depth == 0) {
                return at;
            }
        }
    }
}
