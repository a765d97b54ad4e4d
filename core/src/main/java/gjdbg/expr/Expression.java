package gjdbg.expr;

import gjdbg.error.BadRequest;
import gjdbg.value.ProgramScope;
import gjdbg.value.Value;
import gjdbg.value.Variables;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An expression in Go's syntax, or in C's where the frame's source is C's, parsed once and evaluated as often as one likes:
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
    private final Optional<Node> go;
    private final Optional<BadRequest> goError;
    private final boolean mayHavePaths;
    /** What it is with the paths of packages that it had in the last frame; null before there were some. */
    private WithPaths withPaths;

    /** Null until it is first evaluated in a frame of C: what is a type there decides how it is parsed. */
    private CNode c;

    private record WithPaths(List<Integer> ends, Node node) {}

    private Expression(String text, Optional<Node> go, Optional<BadRequest> goError) {
        this.text = text;
        this.go = go;
        this.goError = goError;
        mayHavePaths = UnquotedPaths.mayBeIn(text);
    }

    /** @throws BadRequest for what is wrong syntax in Go and in C too */
    public static Expression parse(String text) {
        Objects.requireNonNull(text);
        if (text.length() > MAX_LENGTH) {
            throw new BadRequest("an expression of " + text.length() + " characters is too long");
        }
        try {
            return new Expression(text, Optional.of(Parser.parse(text)), Optional.empty());
        } catch (BadRequest e) {
            if (!CParser.accepts(text) && !UnquotedPaths.mayMend(text)) {
                throw e;
            }
            return new Expression(text, Optional.empty(), Optional.of(e));
        }
    }

    /** As {@link #parse(String)}, for a frame whose language is known: what is wrong is said as it is in that one. */
    static Expression parse(String text, Variables variables) {
        try {
            return parse(text);
        } catch (BadRequest e) {
            if (inC(variables) && text.length() <= MAX_LENGTH) {
                CParser.parse(text, name -> CEvaluator.isType(name, variables));
            }
            throw e;
        }
    }

    private Node ofGo(Variables variables) {
        return withPaths(variables).or(() -> go).orElseThrow(goError::get);
    }

    /** Empty where it has no paths of packages in that frame. */
    private Optional<Node> withPaths(Variables variables) {
        if (!mayHavePaths) {
            return Optional.empty();
        }
        UnquotedPaths paths = new UnquotedPaths(variables);
        List<Token> tokens = Lexer.tokens(text, paths::endAt);
        if (paths.ends().isEmpty()) {
            return Optional.empty();
        }
        if (withPaths == null || !withPaths.ends.equals(paths.ends())) {
            withPaths = new WithPaths(paths.ends(), Parser.parse(tokens));
        }
        return Optional.of(withPaths.node);
    }

    private CNode ofC(Variables variables) {
        if (c == null) {
            c = CParser.parse(text, name -> CEvaluator.isType(name, variables));
        }
        return c;
    }

    private static boolean inC(Variables variables) {
        return variables.scope().language() == ProgramScope.Language.C;
    }

    /**
     * @throws BadRequest for types that do not go together
     * @throws gjdbg.error.NotFound for an unknown name
     * @throws gjdbg.error.Unavailable for a value that is needed and can't be read
     */
    public Value evaluate(Variables variables) {
        return inC(variables)
                ? new CEvaluator(variables).result(ofC(variables))
                : new Evaluator(variables).result(ofGo(variables));
    }

    /**
     * What it stands for, to be set.
     *
     * @throws BadRequest where it is nothing that can be assigned to, with the reason; else as {@link #evaluate}
     */
    public Value assignable(Variables variables) {
        return inC(variables)
                ? new CEvaluator(variables).assignable(ofC(variables))
                : new Addressing(new Evaluator(variables)).assignable(ofGo(variables));
    }

    /**
     * As a condition; in C anything but 0 holds.
     *
     * @throws BadRequest when it is no bool; else as {@link #evaluate}
     */
    public boolean test(Variables variables) {
        if (inC(variables)) {
            return new CEvaluator(variables).test(ofC(variables));
        }
        Operand operand = new Evaluator(variables).evaluate(ofGo(variables));
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
