package gjdbg.value;

import gjdbg.error.GjdbgException;
import gjdbg.error.TargetGone;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Prints values as a Go programmer would write them, bounded in depth and length. */
public final class ValuePrinter {
    private static final int DEPTH = 4;
    private static final int ELEMENTS = 32;
    private static final int STRING = 256;
    private static final int LENGTH = 4096;

    private final StringBuilder out;
    /** What the text may grow to. */
    private final int most;

    private ValuePrinter(StringBuilder out) {
        this.out = out;
        most = out.length() + LENGTH;
    }

    static String print(Value value) {
        StringBuilder out = new StringBuilder();
        append(value, out);
        return out.toString();
    }

    /** Appends what the value's toString would give. */
    public static void append(Value value, StringBuilder out) {
        new ValuePrinter(out).print(value, 0);
    }

    private boolean isFull() {
        return out.length() > most;
    }

    private void print(Value value, int depth) {
        if (isFull()) {
            out.append('…');
            return;
        }
        Type type = value.type();
        TypeKind kind = type.kind();
        if (kind == TypeKind.FLOAT || kind == TypeKind.COMPLEX) {
            Optional<String> extended = LongDouble.text(value);
            if (extended.isPresent()) {
                out.append(extended.get());
                return;
            }
        }
        Reading reading = value.read();
        // The commonest kinds come first, for a switch over records takes its time before it is compiled.
        if (reading instanceof Reading.Int(long number, boolean unsigned)) {
            integer(type, number, unsigned);
        } else if (reading instanceof Reading.Text(String text, long length)) {
            quote(text, value, length);
        } else {
            print(value, reading, depth);
        }
    }

    private void print(Value value, Reading reading, int depth) {
        switch (reading) {
            case Reading.Bool(boolean bool) -> out.append(bool);
            case Reading.Int(long number, boolean unsigned) -> integer(value.type(), number, unsigned);
            case Reading.Real(double number) -> out.append(real(number, value));
            case Reading.Complex(double real, double imaginary) ->
                out.append('(')
                        .append(real(real, value))
                        .append(signed(real(imaginary, value)))
                        .append("i)");
            case Reading.Text(String text, long length) -> quote(text, value, length);
            case Reading.Nil _ -> out.append("nil");
            case Reading.Pointer pointer -> pointer(value, pointer, depth);
            case Reading.Struct(List<Reading.Member> members) -> struct(value, members, depth);
            case Reading.Sequence sequence -> sequence(value, sequence, depth);
            case Reading.Interface(Value dynamic) -> dynamic(dynamic, depth);
            case Reading.Func func -> out.append(func.name().isEmpty() ? "func " + func.entry() : func.name());
            case Reading.Mapping map -> map(value, map, depth);
            case Reading.Channel channel -> channel(value, channel, depth);
            case Reading.Unreadable(String why) ->
                out.append("<unreadable: ").append(why).append('>');
        }
    }

    /** Go's with the constant's name, where there is one. */
    private void integer(Type type, long number, boolean unsigned) {
        Optional<String> name =
                type.kind() == TypeKind.ENUM || type.isOfPackage() ? type.enumerator(number) : Optional.empty();
        if (name.isPresent()) {
            out.append(name.get());
            if (type.kind() == TypeKind.ENUM) {
                return;
            }
            out.append(" (");
        }
        if (unsigned && number < 0) {
            out.append(Long.toUnsignedString(number));
        } else {
            out.append(number);
        }
        if (name.isPresent()) {
            out.append(')');
        }
    }

    /** A pointer to a struct near the top shows the struct, and one to a number or a string that; others their address. */
    private void pointer(Value value, Reading.Pointer pointer, int depth) {
        Optional<PointedAt> scalar = PointedAt.of(value, pointer);
        if (scalar.isPresent()) {
            out.append(scalar.get().stars());
            named(scalar.get().value(), depth);
            return;
        }
        boolean toStruct = pointer.target()
                .filter(target -> target.type().kind() == TypeKind.STRUCT)
                .isPresent();
        if (toStruct && depth < 2) {
            out.append('*');
            print(pointer.target().get(), depth + 1);
        } else {
            out.append('(')
                    .append(value.type().name())
                    .append(")(")
                    .append(pointer.address())
                    .append(')');
            CText.at(value, pointer.address()).ifPresent(text -> {
                out.append(' ');
                quote(text.text());
                out.append(text.whole() ? "" : "…");
            });
        }
    }

    private void struct(Value value, List<Reading.Member> members, int depth) {
        out.append(value.type().name()).append(" {");
        if (depth >= DEPTH && !members.isEmpty()) {
            out.append("…}");
            return;
        }
        String separator = "";
        for (Reading.Member member : members) {
            out.append(separator).append(member.name()).append(": ");
            print(member.value(), depth + 1);
            separator = ", ";
        }
        out.append('}');
    }

    private void sequence(Value value, Reading.Sequence sequence, int depth) {
        Optional<CText> text = value.type().kind() == TypeKind.ARRAY ? CText.ofArray(value) : Optional.empty();
        if (text.isPresent()) {
            quote(text.get().text());
            return;
        }
        out.append(value.type().name());
        Optional<byte[]> bytes = ByteText.of(value, sequence);
        if (bytes.isPresent()) {
            out.append(' ');
            if (!Quoted.append(bytes.get(), STRING, out) || bytes.get().length < sequence.length()) {
                out.append("… of ").append(sequence.length()).append(" bytes");
            }
            return;
        }
        out.append(" {");
        if (depth >= DEPTH && sequence.length() > 0) {
            out.append("… ").append(sequence.length()).append(sequence.length() == 1 ? " element}" : " elements}");
            return;
        }
        long shown = Math.min(sequence.length(), ELEMENTS);
        for (long i = 0; i < shown && !isFull(); i++) {
            out.append(i == 0 ? "" : ", ");
            print(sequence.elements().at(i), depth + 1);
        }
        more(shown, sequence.length());
        out.append('}');
    }

    private void map(Value value, Reading.Mapping map, int depth) {
        out.append(value.type().name()).append(" {");
        if (depth >= DEPTH && map.size() > 0) {
            out.append("… ").append(map.size()).append(map.size() == 1 ? " entry}" : " entries}");
            return;
        }
        long shown = 0;
        try {
            Iterator<Reading.Entry> entries = map.entries().iterator();
            while (shown < ELEMENTS && !isFull() && entries.hasNext()) {
                Reading.Entry entry = entries.next();
                out.append(shown++ == 0 ? "" : ", ");
                print(entry.key(), depth + 1);
                out.append(": ");
                print(entry.value(), depth + 1);
            }
        } catch (TargetGone e) {
            throw e;
        } catch (GjdbgException e) {
            out.append(shown == 0 ? "" : ", ")
                    .append("<unreadable: ")
                    .append(e.getMessage())
                    .append('>');
        }
        more(shown, map.size());
        out.append('}');
    }

    private void channel(Value value, Reading.Channel channel, int depth) {
        out.append(value.type().name()).append(' ').append(channel.summary()).append(" [");
        long shown = depth >= DEPTH ? 0 : Math.min(channel.length(), ELEMENTS);
        for (long i = 0; i < shown && !isFull(); i++) {
            out.append(i == 0 ? "" : ", ");
            print(channel.buffer().at(i), depth + 1);
        }
        more(shown, channel.length());
        out.append(']');
    }

    private void more(long shown, long all) {
        if (shown < all) {
            out.append(shown == 0 ? "… " : ", … ").append(all - shown).append(" more");
        }
    }

    private void dynamic(Value value, int depth) {
        if (value.read() instanceof Reading.Nil) {
            nil(value.type());
            return;
        }
        switch (value.type().kind()) {
            // These name their type themselves.
            case STRUCT, UNION, ARRAY, SLICE, POINTER, MAP, CHAN, FUNC -> print(value, depth);
            case BOOL, INT, UINT, FLOAT, COMPLEX, STRING, INTERFACE, ENUM, VOID, UNKNOWN -> named(value, depth);
        }
    }

    private void named(Value value, int depth) {
        out.append(value.type().name()).append('(');
        print(value, depth);
        out.append(')');
    }

    /** An interface that holds a nil of some type is not nil itself. */
    private void nil(Type type) {
        boolean joins =
                switch (type.kind()) {
                    case POINTER, CHAN, FUNC -> true;
                    default -> false;
                };
        out.append(joins ? "(" + type.name() + ")" : type.name()).append("(nil)");
    }

    private static String signed(String number) {
        return number.startsWith("-") || number.startsWith("+") ? number : "+" + number;
    }

    private static String real(double number, Value value) {
        boolean single = value.type().kind() == TypeKind.FLOAT && value.type().size() == 4
                || value.type().kind() == TypeKind.COMPLEX && value.type().size() == 8;
        if (number == Math.rint(number) && Math.abs(number) < 1e15 && (number != 0 || 1 / number > 0)) {
            return Long.toString((long) number);
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "+Inf" : "-Inf";
        }
        String text = single ? Float.toString((float) number) : Double.toString(number);
        return text.replace("E", "e");
    }

    private void quote(String text) {
        int end = Quoted.end(text, STRING);
        Quoted.append(text.substring(0, end), out);
        if (end < text.length()) {
            out.append("… of ").append(text.length()).append(" bytes");
        }
    }

    /** @param length in bytes, of all of the string */
    private void quote(String text, Value value, long length) {
        int end = Quoted.end(text, STRING);
        String shown = text.substring(0, end);
        boolean whole = end == text.length() && length <= StringReader.LIMIT;
        if (shown.indexOf(Quoted.REPLACEMENT) >= 0 && length <= StringReader.LIMIT) {
            whole = Quoted.append(StringBytes.of(value), STRING, out);
        } else {
            Quoted.append(shown, out);
        }
        if (!whole) {
            out.append("… of ").append(length).append(" bytes");
        }
    }
}
