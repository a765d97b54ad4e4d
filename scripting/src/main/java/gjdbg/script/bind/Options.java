package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.symbol.ClosestNames;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** Objects of options that scripts hand over. A name that is misspelt there would be left out without a word. */
public final class Options {
    /** How gjdbg's own modules find {@link #check}. */
    public static final String NAME = "gjdbg.options";

    private Options() {}

    /** For gjdbg's own modules: {@code check(options, what, names)}. */
    public static ProxyExecutable check(Binding binding) {
        return arguments -> binding.guarded(() -> {
            require(arguments[0], arguments[1].asString(), arguments[2].as(String[].class));
            return null;
        });
    }

    /**
     * @param what has the options, as "a breakpoint"
     * @throws BadRequest for an option of another name
     */
    static void require(Value options, String what, String... known) {
        List<String> names = List.of(known);
        if (options.hasMembers()) {
            for (String name : options.getMemberKeys()) {
                if (!names.contains(name)) {
                    throw unknown(what, name, names);
                }
            }
        }
    }

    static BadRequest unknown(String what, String name, List<String> known) {
        ClosestNames near = new ClosestNames(name);
        known.forEach(near::offer);
        List<String> best = near.best();
        return new BadRequest(what + " has no option '" + name + "'; "
                + (best.isEmpty()
                        ? "there " + (known.size() == 1 ? "is " : "are ") + String.join(", ", known)
                        : "did you mean '" + best.getFirst() + "'?"));
    }
}
