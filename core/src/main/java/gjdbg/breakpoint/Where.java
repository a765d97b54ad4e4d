package gjdbg.breakpoint;

import gjdbg.error.BadRequest;
import gjdbg.target.Address;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a breakpoint goes, as the user said it. */
public sealed interface Where {
    /** After the prologue of the function, in all its inlined copies and generic instances. */
    record FunctionNamed(String name) implements Where {
        @Override
        public String toString() {
            return name;
        }
    }

    /** At each statement of the line; the file is a path or the end of one. */
    record Line(String file, int line) implements Where {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    record At(Address address) implements Where {
        @Override
        public String toString() {
            return "*" + address;
        }
    }

    /** After the prologue of each function whose name the pattern finds. */
    record FunctionsMatching(Pattern pattern) implements Where {
        @Override
        public String toString() {
            return "/" + pattern + "/";
        }
    }

    Pattern ADDRESS = Pattern.compile("\\*(0[xX][0-9a-fA-F]+|[0-9]+)");
    Pattern FILE_LINE = Pattern.compile("(.+\\.[A-Za-z]+):([0-9]+)");

    /** Reads {@code 'main.work'}, {@code 'file.go:42'} or {@code '*0x45f3a0'}. */
    static Where parse(String text) {
        Objects.requireNonNull(text);
        if (text.isBlank()) {
            throw new BadRequest("a place is wanted: a function, file.go:LINE, *ADDRESS or a regular expression");
        }
        Matcher address = ADDRESS.matcher(text);
        if (address.matches()) {
            return new At(new Address(unsigned(text, address.group(1))));
        }
        if (text.startsWith("*0") || text.matches("\\*[0-9].*")) {
            throw new BadRequest("'" + text + "' is no address; write it as *0x45f3a0");
        }
        Matcher line = FILE_LINE.matcher(text);
        if (line.matches()) {
            try {
                return new Line(line.group(1), Integer.parseInt(line.group(2)));
            } catch (NumberFormatException e) {
                throw new BadRequest("'" + text + "' names no line: the number is too large", e);
            }
        }
        return new FunctionNamed(text);
    }

    private static long unsigned(String text, String digits) {
        try {
            return digits.startsWith("0x") || digits.startsWith("0X")
                    ? Long.parseUnsignedLong(digits.substring(2), 16)
                    : Long.parseUnsignedLong(digits);
        } catch (NumberFormatException e) {
            throw new BadRequest("'" + text + "' is no address of 64 bits", e);
        }
    }
}
