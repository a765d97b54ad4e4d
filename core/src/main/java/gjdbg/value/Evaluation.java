package gjdbg.value;

/** Evaluates expressions of the source language; another package knows their syntax. */
@FunctionalInterface
public interface Evaluation {
    /** As {@link Variables#evaluate}. */
    Value evaluate(String expression, Variables variables);
}
