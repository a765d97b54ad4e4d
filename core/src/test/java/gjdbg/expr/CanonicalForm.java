package gjdbg.expr;

import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.Reading;
import gjdbg.value.StringBytes;
import gjdbg.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/** Values as the program's own canon function writes them: floats by their bits, strings by their bytes, maps in order. */
final class CanonicalForm {
    private CanonicalForm() {}

    /** The dynamic type, as fmt's %T tells it. */
    static String type(Value value) {
        if (value.type().kind() == TypeKind.INTERFACE) {
            return value.read() instanceof Reading.Interface(Value dynamic) ? type(dynamic) : "<nil>";
        }
        Type type = value.type();
        return type.name();
    }

    static String of(Value value) {
        return of(value, 0);
    }

    private static String of(Value value, int depth) {
        if (depth > 6) {
            return "deep";
        }
        if (value.type().kind() == TypeKind.STRING) {
            return HexFormat.of().formatHex(StringBytes.of(value));
        }
        return switch (value.read()) {
            case Reading.Bool(boolean bool) -> Boolean.toString(bool);
            case Reading.Int(long number, boolean unsigned) ->
                unsigned ? Long.toUnsignedString(number) : Long.toString(number);
            case Reading.Real(double number) -> real(number);
            case Reading.Complex(double real, double imaginary) -> real(real) + "," + real(imaginary);
            case Reading.Text text -> text.text();
            case Reading.Nil _ -> "nil";
            case Reading.Pointer pointer -> pointer.address().toString();
            case Reading.Channel channel -> channel.address().toString();
            case Reading.Func _ -> "func";
            case Reading.Interface(Value dynamic) -> of(dynamic, depth);
            case Reading.Struct(List<Reading.Member> members) -> {
                StringBuilder text = new StringBuilder("{");
                members.forEach(
                        member -> text.append(of(member.value(), depth + 1)).append(' '));
                yield text + "}";
            }
            case Reading.Sequence sequence -> {
                StringBuilder text = new StringBuilder("[");
                for (long i = 0; i < sequence.length(); i++) {
                    text.append(of(sequence.elements().at(i), depth + 1)).append(' ');
                }
                yield text + "]" + (value.type().kind() == TypeKind.SLICE ? "" + sequence.capacity() : "");
            }
            case Reading.Mapping mapping -> {
                List<String> entries = new ArrayList<>();
                for (Reading.Entry entry : mapping.entries()) {
                    entries.add(of(entry.key(), depth + 1) + ":" + of(entry.value(), depth + 1));
                }
                Collections.sort(entries);
                yield "map[" + String.join(" ", entries) + "]";
            }
            case Reading.Unreadable(String why) -> "unreadable: " + why;
        };
    }

    private static String real(double number) {
        return Double.isNaN(number) ? "NaN" : HexFormat.of().toHexDigits(Double.doubleToRawLongBits(number));
    }
}
