package gjdbg.testing;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Makes those that the options ask for. */
final class Reporters {
    private Reporters() {}

    static List<Reporter> of(RunOptions options, PrintStream out) {
        List<Reporter> reporters = new ArrayList<>();
        reporters.add(new ProgressReporter(out, options.colour()));
        return reporters;
    }
}
