package gjdbg.value;

import gjdbg.error.Unavailable;
import java.util.List;
import java.util.Optional;

/** The variables of a frame whose module has no debug information: asking for any says why there are none. */
public final class NoVariables implements Variables {
    private final String why;

    public NoVariables(String why) {
        this.why = why;
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

    private Unavailable unavailable(String what) {
        return new Unavailable(what, why);
    }
}
