package gjdbg.value;

import gjdbg.target.Address;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A value as the fixture "maps" writes its own (dump.go): nothing is left out, and no two values have one text. */
final class CanonicalText {
    private final StringBuilder out = new StringBuilder();

    private CanonicalText() {}

    static String of(Value value) {
        CanonicalText text = new CanonicalText();
        text.add(value);
        return text.out.toString();
    }

    static String of(Reading.Entry entry) {
        return of(entry.key()) + "=" + of(entry.value());
    }

    private void add(Value value) {
        switch (value.read()) {
            case Reading.Bool bool -> out.append(bool.value());
            case Reading.Int integer ->
                out.append(
                        integer.unsigned() ? Long.toUnsignedString(integer.value()) : Long.toString(integer.value()));
            case Reading.Real real -> add(real.value());
            case Reading.Complex complex -> {
                add(complex.real());
                add(complex.imaginary());
            }
            case Reading.Text text ->
                out.append('s').append(HexFormat.of().formatHex(text.text().getBytes(StandardCharsets.UTF_8)));
            case Reading.Nil nil -> out.append("nil");
            case Reading.Pointer pointer -> add(pointer.address());
            case Reading.Mapping map -> add(map.address());
            case Reading.Channel channel -> add(channel.address());
            case Reading.Struct struct -> {
                String separator = "{";
                for (Reading.Member member : struct.members()) {
                    out.append(separator);
                    add(member.value());
                    separator = ",";
                }
                out.append(struct.members().isEmpty() ? "{}" : "}");
            }
            case Reading.Sequence sequence -> {
                out.append('[');
                for (long i = 0; i < sequence.length(); i++) {
                    out.append(i == 0 ? "" : ",");
                    add(sequence.elements().at(i));
                }
                out.append(']');
            }
            case Reading.Interface held -> {
                out.append('i').append(held.dynamic().type().name()).append(':');
                add(held.dynamic());
            }
            case Reading.Func func -> out.append("func ").append(func.name());
            case Reading.Unreadable unreadable ->
                out.append("<unreadable: ").append(unreadable.why()).append('>');
        }
    }

    private void add(Address address) {
        out.append('p').append(Long.toHexString(address.value()));
    }

    private void add(double number) {
        out.append('f').append(Double.isNaN(number) ? "NaN" : Long.toHexString(Double.doubleToRawLongBits(number)));
    }
}
