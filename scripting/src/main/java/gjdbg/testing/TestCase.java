package gjdbg.testing;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A test as its file registers it.
 *
 * @param file as the command line names it
 * @param index among the tests of its file, from 0
 * @param titles of the groups it is in, the outermost first, and its own name
 * @param line where it is registered; 0 where that is not known
 * @param target empty for the one that the command line gives, or for none
 * @param environment on top of gjdbg's own
 * @param stdin what the target reads
 */
record TestCase(
        ScenarioFile file,
        int index,
        List<String> titles,
        Mode mode,
        boolean only,
        int line,
        Optional<String> target,
        List<String> arguments,
        Map<String, String> environment,
        Optional<String> workingDirectory,
        Optional<String> stdin,
        Optional<Duration> timeout,
        OptionalInt retries) {
    /** Whether it is to be run. */
    enum Mode {
        RUN,
        SKIP,
        TODO
    }

    static TestCase of(ScenarioFile file, Data data) {
        return new TestCase(
                file,
                data.integer("index"),
                data.texts("titles"),
                Mode.valueOf(data.text("mode").orElseThrow().toUpperCase(Locale.ROOT)),
                data.flag("only"),
                data.integer("line"),
                data.text("target"),
                data.texts("args"),
                data.map("env"),
                data.text("cwd"),
                data.text("stdin"),
                data.number("timeout").map(millis -> Duration.ofNanos((long) (millis * 1e6))),
                data.number("retries")
                        .map(number -> OptionalInt.of(number.intValue()))
                        .orElse(OptionalInt.empty()));
    }

    /** {@code group > test}. */
    String name() {
        return String.join(" > ", titles);
    }

    /** {@code scenarios/bank.js > group > test}. */
    String fullName() {
        return file.name() + " > " + name();
    }
}
