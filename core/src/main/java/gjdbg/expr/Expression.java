package gjdbg.expr;

import gjdbg.error.BadRequest;
import gjdbg.value.Value;
import gjdbg.value.Variables;
import java.util.Objects;

/**
 * An expression in Go's syntax, parsed once and evaluated as often as one likes:
 *
 * <pre>{@code
 * Expression condition = Expression.parse("amount > 1000 && from.name == \"a\"");
 * boolean stop = condition.test(variables);
 * }</pre>
 *
 * <p>It only reads, and calls no functions of the program. Errors show the column, which counts from 1.
 */
public final class Expression {
    private static final int MAX_LENGTH = 100_000;

    private final String text;
    private final Node node;

    private Expression(String text, Node node) {
        this.text = text;
        this.node = node;
    }

    /** @throws BadRequest for wrong syntax */
    public static Expression parse(String text) {
        Objects.requireNonNull(text);
        if (text.length() > MAX_LENGTH) {
            throw new BadRequest("an expression of " + text.length() + " characters is too long");
        }
        return new Expression(text, Parser.parse(text));
    }

    /**
     * @throws BadRequest for types that do not go together
     * @throws gjdbg.error.NotFound for an unknown name
     * @throws gjdbg.error.Unavailable for a value that is needed and can't be read
     */
    public Value evaluate(Variables variables) {
        return new Evaluator(variables).result(node);
    }

    /**
     * What it stands for, to be set.
     *
     * @throws BadRequest where it is nothing that can be assigned to, with the reason; else as {@link #evaluate}
     */
    public Value assignable(Variables variables) {
        return new Addressing(new Evaluator(variables)).assignable(node);
    }

    /**
     * As a condition.
     *
     * @throws BadRequest when it is no bool; else as {@link #evaluate}
     */
    public boolean test(Variables variables) {
        Operand operand = new Evaluator(variables).evaluate(node);
        if (operand instanceof Operand.Bool bool) {
            return bool.value();
        }
        throw new BadRequest(
                "the condition '" + text + "' is a value of type " + Operands.typeName(operand) + ", not a bool");
    }

    @Override
    public String toString() {
        return text;
    }
}
