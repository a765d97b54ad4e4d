package gjdbg.script.bind;

import gjdbg.error.GjdbgException;
import gjdbg.error.TargetGone;
import gjdbg.type.BasicType;
import gjdbg.type.TypeKind;
import gjdbg.value.ByteText;
import gjdbg.value.ComputedValue;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import gjdbg.value.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What inspect.js asks for: a value's opening, closing, entries and how many are left out; its comment has their shape. */
final class ValueParts {
    private final Binding binding;
    private final PlainText plain;

    ValueParts(Binding binding, PlainText plain) {
        this.binding = binding;
        this.plain = plain;
    }

    Object ofVariables(List<Variable> variables, int most) {
        List<Object> entries = new ArrayList<>();
        for (Variable variable : variables) {
            add(variable.name(), variable.value(), most, entries);
        }
        return tell("{ ", " }", entries, 0, 0);
    }

    Object ofResults(List<Value> results, int most) {
        List<Object> entries = new ArrayList<>();
        for (Value result : results) {
            add(null, result, most, entries);
        }
        return tell("[ ", " ]", entries, 0, 0);
    }

    /** Null where it has none. */
    Object of(Value whole, int most) {
        Innermost at = Innermost.of(whole);
        String open = at.name() + " {";
        String close = "}";
        List<Object> entries = new ArrayList<>();
        long left = 0;
        switch (at.reading()) {
            case Reading.Struct struct -> {
                for (Reading.Member member : struct.members()) {
                    add(member.name(), member.value(), most, entries);
                }
            }
            case Reading.Sequence sequence
            when isText(whole) || ByteText.isText(at.value(), sequence) -> {
                return null;
            }
            case Reading.Sequence sequence -> {
                long shown = Math.min(most, sequence.length());
                for (long i = 0; i < shown; i++) {
                    add(null, sequence.elements().at(i), most, entries);
                }
                left = sequence.length() - shown;
            }
            case Reading.Mapping map -> {
                left = map.size() - addEntries(map, most, entries);
            }
            case Reading.Channel channel -> {
                open = at.name() + " " + channel.summary() + " [";
                close = "]";
                long shown = Math.min(most, channel.length());
                for (long i = 0; i < shown; i++) {
                    add(null, channel.buffer().at(i), most, entries);
                }
                left = channel.length() - shown;
            }
            default -> {
                return null;
            }
        }
        return tell(open, close, entries, left, 1);
    }

    /** Whether it is an array of C's characters that is shown as a string. */
    private static boolean isText(Value whole) {
        return whole.type().kind() == TypeKind.ARRAY
                && whole.type()
                        .element()
                        .filter(element -> element.name().endsWith("char"))
                        .isPresent()
                && whole.toString().startsWith("\"");
    }

    /** The names of a map's entries are values themselves. What ends the walk early stands as the last entry. */
    private long addEntries(Reading.Mapping map, int most, List<Object> entries) {
        long shown = 0;
        try {
            Iterator<Reading.Entry> walk = map.entries().iterator();
            while (shown < most && walk.hasNext()) {
                Reading.Entry entry = walk.next();
                Optional<String> key =
                        PlainText.isScalar(entry.key().type()) ? plain.of(entry.key(), most) : Optional.empty();
                add(key.isPresent() ? key.get() : new HandleObject(binding, entry.key()), entry.value(), most, entries);
                shown++;
            }
        } catch (TargetGone e) {
            throw e;
        } catch (GjdbgException e) {
            add(null, new ComputedValue(BasicType.VOID, new Reading.Unreadable(e.getMessage())), most, entries);
        }
        return shown;
    }

    private void add(Object name, Value value, int most, List<Object> entries) {
        Optional<String> text = plain.of(value, most);
        entries.add(name);
        entries.add(text.isPresent() ? null : new HandleObject(binding, value));
        entries.add(text.orElse(null));
    }

    /** @param levels how much deeper its parts are */
    private Object tell(String open, String close, List<Object> entries, long left, int levels) {
        return binding.js()
                .batch(Arrays.asList(open, close, binding.js().items(entries), (double) left, (double) levels));
    }

    /** The text of a value too deep to be shown part by part. */
    static String folded(Value whole) {
        Innermost at = Innermost.of(whole);
        return switch (at.reading()) {
            case Reading.Struct struct -> at.name() + (struct.members().isEmpty() ? " {}" : " {…}");
            case Reading.Sequence _ when isText(whole) -> whole.toString();
            case Reading.Sequence sequence when ByteText.isText(at.value(), sequence) -> at.stars() + at.value();
            case Reading.Sequence sequence -> at.name() + folded(sequence.length(), " element", " elements");
            case Reading.Mapping map -> at.name() + folded(map.size(), " entry", " entries");
            case Reading.Channel channel -> at.name() + " " + channel.summary();
            default -> whole.toString();
        };
    }

    private static String folded(long count, String one, String many) {
        return count == 0 ? " {}" : " {… " + count + (count == 1 ? one : many) + "}";
    }

    /**
     * What interfaces and pointers lead to.
     *
     * @param stars one for each pointer on the way
     */
    private record Innermost(String stars, Value value, Reading reading) {
        static Innermost of(Value whole) {
            Value value = whole;
            StringBuilder stars = new StringBuilder();
            Reading reading = value.read();
            for (int i = 0; Display.next(reading) != null && i < Display.MOST_POINTERS; i++) {
                stars.append(reading instanceof Reading.Pointer ? "*" : "");
                value = Display.next(reading);
                reading = value.read();
            }
            return new Innermost(stars.toString(), value, reading);
        }

        String name() {
            return stars + value.type().name();
        }
    }
}
