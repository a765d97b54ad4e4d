package gjdbg.value;

import gjdbg.error.Unavailable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The variables of a frame of which no debugging information tells: each question says why. */
record NoVariables(String why) implements Variables {
    NoVariables {
        Objects.requireNonNull(why);
    }

    @Override
    public List<Variable> arguments() {
        throw unavailable("arguments");
    }

    @Override
    public List<Variable> locals() {
        throw unavailable("locals");
    }

    @Override
    public List<Variable> results() {
        throw unavailable("results");
    }

    @Override
    public Optional<Value> find(String name) {
        throw unavailable("variable " + name);
    }

    @Override
    public Value evaluate(String expression) {
        throw unavailable("expression " + expression);
    }

    @Override
    public Value assignable(String expression) {
        throw unavailable("expression " + expression);
    }

    @Override
    public ProgramScope scope() {
        throw unavailable("types and functions by their names");
    }

    private Unavailable unavailable(String what) {
        return new Unavailable(what, why);
    }
}
