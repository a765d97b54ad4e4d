package gjdbg.script.bind;

import gjdbg.type.Type;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import gjdbg.value.ValuePrinter;
import gjdbg.value.Variable;
import java.util.List;
import java.util.Optional;

/**
 * Text of values for whose types, and those of their parts, there can be no printer among those that ship: inspect.js would
 * come to the same text, by way of JavaScript for each.
 */
final class PlainText {
    /** Of more elements the core's own text has not all, nor of a longer text all. */
    private static final int MOST_ELEMENTS = 32;

    private static final int MOST_CHARACTERS = 4096;

    /** Whether the script has a printer of its own, which may be for any type. */
    private boolean givenUp;

    void giveUp() {
        givenUp = true;
    }

    static boolean isScalar(Type type) {
        return switch (type.kind()) {
            case BOOL, INT, UINT, FLOAT, STRING -> true;
            default -> false;
        };
    }

    /** @param most how many elements are shown */
    Optional<String> of(Value value, int most) {
        StringBuilder text = new StringBuilder();
        return append(value, most, text) ? Optional.of(text.toString()) : Optional.empty();
    }

    /** Whether it could be shown; if not, what was appended is of no use. */
    boolean append(Value value, int most, StringBuilder text) {
        if (givenUp || !isPlain(value, most)) {
            return false;
        }
        int start = text.length();
        ValuePrinter.append(value, text);
        return text.length() - start < MOST_CHARACTERS;
    }

    Optional<String> of(List<Variable> variables, int most) {
        StringBuilder all = new StringBuilder("{");
        for (Variable variable : variables) {
            all.append(all.length() == 1 ? " " : ", ").append(variable.name()).append(": ");
            if (!append(variable.value(), most, all)) {
                return Optional.empty();
            }
        }
        return Optional.of(all.append(all.length() == 1 ? "}" : " }").toString());
    }

    private static boolean isPlain(Value value, int most) {
        Type type = value.type();
        if (type.isOfPackage()) {
            return false;
        }
        return switch (type.kind()) {
            case BOOL, INT, UINT, FLOAT, STRING -> true;
            case SLICE, ARRAY ->
                value.read() instanceof Reading.Sequence sequence
                        && sequence.length() <= Math.min(most, MOST_ELEMENTS)
                        && type.element()
                                .filter(element -> isScalar(element) && !element.isOfPackage())
                                .isPresent();
            case INTERFACE ->
                value.read() instanceof Reading.Interface(Value dynamic)
                        && isScalar(dynamic.type())
                        && !dynamic.type().isOfPackage();
            default -> false;
        };
    }
}
