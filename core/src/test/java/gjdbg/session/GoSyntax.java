package gjdbg.session;

import gjdbg.error.Unavailable;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Writes values as Go's fmt does with %#v. What can't be read anywhere in a value is an Unavailable. */
final class GoSyntax {
    private GoSyntax() {}

    static String of(Value value) {
        return of(value, 0);
    }

    /** Types as reflect names them: packages without their paths, and the long names of byte, rune and any. */
    static String plain(String text) {
        return text.replaceAll("\\[\\]byte\\b", "[]uint8").replaceAll("[a-zA-Z0-9_.]+/", "");
    }

    private static String of(Value value, int depth) {
        String type = plain(value.type().name());
        return switch (value.read()) {
            case Reading.Bool bool -> Boolean.toString(bool.value());
            case Reading.Int number -> number.unsigned() ? hex(number.value()) : Long.toString(number.value());
            case Reading.Real real -> real(real.value(), value.type().size() == 4);
            case Reading.Complex complex ->
                "(" + real(complex.real(), value.type().size() == 8)
                        + (complex.imaginary() < 0 ? "" : "+")
                        + real(complex.imaginary(), value.type().size() == 8) + "i)";
            case Reading.Text text -> quoted(text.text());
            case Reading.Nil nil -> nil(value, type, depth);
            case Reading.Pointer pointer -> pointer(pointer, type, depth);
            case Reading.Struct struct ->
                type
                        + struct.members().stream()
                                .map(member -> member.name() + ":" + of(member.value(), depth + 1))
                                .collect(Collectors.joining(", ", "{", "}"));
            case Reading.Sequence sequence ->
                type
                        + LongStream.range(0, sequence.length())
                                .mapToObj(i -> of(sequence.elements().at(i), depth + 1))
                                .collect(Collectors.joining(", ", "{", "}"));
            case Reading.Interface held -> of(held.dynamic(), depth);
            case Reading.Func func -> "(" + type + ")(" + func.entry() + ")";
            case Reading.Mapping map -> map(map, type, depth);
            case Reading.Channel channel -> "(" + type + ")(" + channel.address() + ")";
            case Reading.Unreadable unreadable -> throw new Unavailable("", unreadable.why());
        };
    }

    private static String nil(Value value, String type, int depth) {
        return switch (value.type().kind()) {
            case INTERFACE -> depth == 0 ? "<nil>" : type + "(nil)";
            case SLICE, MAP -> type + "(nil)";
            default -> "(" + type + ")(nil)";
        };
    }

    private static String pointer(Reading.Pointer pointer, String type, int depth) {
        boolean shown = pointer.target()
                .filter(target -> switch (target.type().kind()) {
                    case STRUCT, ARRAY, SLICE, MAP -> true;
                    default -> false;
                })
                .isPresent();
        return depth == 0 && shown
                ? "&" + of(pointer.target().get(), depth + 1)
                : "(" + type + ")(" + pointer.address() + ")";
    }

    private static String map(Reading.Mapping map, String type, int depth) {
        Map<Object, String> sorted = new TreeMap<>();
        for (Reading.Entry entry : map.entries()) {
            Object key = entry.key().read() instanceof Reading.Int number
                    ? String.format("%020d", number.value() + (1L << 40))
                    : of(entry.key(), depth + 1);
            sorted.put(key, of(entry.key(), depth + 1) + ":" + of(entry.value(), depth + 1));
        }
        return type + sorted.values().stream().collect(Collectors.joining(", ", "{", "}"));
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    private static String real(double value, boolean single) {
        if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value)
                    ? "NaN"
                    : value == 0 ? (1 / value < 0 ? "-0" : "0") : value > 0 ? "+Inf" : "-Inf";
        }
        BigDecimal shortest = new BigDecimal(single ? Float.toString((float) value) : Double.toString(value))
                .abs()
                .stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        String sign = value < 0 ? "-" : "";
        if (exponent >= -4 && exponent < 6) {
            return sign + shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().toString();
        return sign + digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "") + "e"
                + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> out.append(c < ' ' ? String.format("\\x%02x", (int) c) : String.valueOf(c));
            }
        }
        return out.append('"').toString();
    }
}
