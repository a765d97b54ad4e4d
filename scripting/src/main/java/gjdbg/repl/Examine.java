package gjdbg.repl;

import gjdbg.error.BadRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code x/8xg ADDRESS}: memory in gdb's letters. */
final class Examine {
    private static final Pattern FORM =
            Pattern.compile("(?:/\\s*(?<count>[0-9]{1,6})?(?<first>[a-z])?(?<second>[a-z])?\\s+)?(?<address>\\S.*)");
    private static final String FORMATS = "xduoctasi";
    private static final String SIZES = "bhwg";

    private Examine() {}

    static String javaScript(String rest) {
        Matcher form = FORM.matcher(rest.strip());
        if (!form.matches() || form.group("address").startsWith("/")) {
            throw new BadRequest("an address is wanted, as in: x/8xg $rsp, x/16xb &buffer, x/4i $pc, x/s 0x4b2000");
        }
        int count = form.group("count") == null ? 1 : Integer.parseInt(form.group("count"));
        char format = 'x';
        char size = 0;
        for (String letter : new String[] {form.group("first"), form.group("second")}) {
            if (letter == null) {
                continue;
            }
            if (SIZES.contains(letter)) {
                size = letter.charAt(0);
            } else if (FORMATS.contains(letter)) {
                format = letter.charAt(0);
            } else {
                throw new BadRequest(
                        "x knows no letter '" + letter + "': the formats are x d u o c t a s i, the sizes b h w g");
            }
        }
        String address = address(form.group("address").strip());
        if (format == 's') {
            return "console.log(target.memory.readCString(" + address + "))";
        }
        if (format == 'i') {
            return "console.log(prompt.instructions(target.symbols.disassemble(" + address + ", { count: " + count
                    + " })))";
        }
        return "console.log(prompt.memory(" + address + ", { count: " + count + ", format: '" + format + "', size: "
                + bytes(size, format) + " }))";
    }

    private static int bytes(char size, char format) {
        return switch (size) {
            case 'b' -> 1;
            case 'h' -> 2;
            case 'w' -> 4;
            case 'g' -> 8;
            default -> format == 'c' ? 1 : format == 'a' ? 8 : 4;
        };
    }

    /** A number, a register with or without $, an expression that begins with &, or one of the language. */
    private static String address(String text) {
        if (text.matches("0x[0-9a-fA-F]{1,16}|[0-9]{1,19}")) {
            return text + "n";
        }
        if (text.matches("\\$[a-z][a-z0-9]*")) {
            String register = text.substring(1);
            return switch (register) {
                case "pc" -> "frame.pc";
                case "sp" -> "frame.registers.rsp";
                case "fp" -> "frame.registers.rbp";
                default -> "frame.registers." + register;
            };
        }
        return "prompt.address(" + Text.quoted(text) + ")";
    }
}
