package gjdbg.value;

/** Evaluates expressions of the source language; another package knows their syntax. */
public interface Evaluation {
    /** As {@link Variables#evaluate}. */
    Value evaluate(String expression, Variables variables);

    /** As {@link Variables#assignable}. */
    Value assignable(String expression, Variables variables);
}
