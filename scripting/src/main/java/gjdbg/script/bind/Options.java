package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.symbol.ClosestNames;
import java.util.List;
import java.util.stream.Stream;
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
        others(options, known).findFirst().ifPresent(name -> {
            throw unknown(what, name, List.of(known));
        });
    }

    /** As {@link #require}, of an object that may have members of its own: only those that look misspelt are refused. */
    static void requireSpelt(Value options, String what, String... known) {
        others(options, known)
                .filter(name -> !near(name, List.of(known)).isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(what, name, List.of(known));
                });
    }

    private static Stream<String> others(Value options, String... known) {
        return options.hasMembers()
                ? options.getMemberKeys().stream()
                        .filter(name -> !List.of(known).contains(name))
                : Stream.empty();
    }

    private static List<String> near(String name, List<String> known) {
        ClosestNames near = new ClosestNames(name);
        known.forEach(near::offer);
        return near.best();
    }

    static BadRequest unknown(String what, String name, List<String> known) {
        List<String> best = near(name, known);
        return new BadRequest(what + " has no option '" + name + "'; "
                + (best.isEmpty()
                        ? "there " + (known.size() == 1 ? "is " : "are ") + String.join(", ", known)
                        : "did you mean '" + best.getFirst() + "'?"));
    }
}
