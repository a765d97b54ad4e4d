package gjdbg.testing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a test went.
 *
 * @param repetition from 1, of so many
 * @param attempts the last one counts; empty for a test that was not run
 */
record Result(TestCase test, int repetition, int repetitions, Status status, List<Attempt> attempts) {
    /** The outcome. */
    enum Status {
        PASSED,
        /** Failed at first, and passed when it was run again. */
        FLAKY,
        FAILED,
        SKIPPED,
        TODO
    }

    Optional<Attempt> last() {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
    }

    Optional<Failure> failure() {
        return last().flatMap(Attempt::failure);
    }

    Duration time() {
        return attempts.stream().map(Attempt::time).reduce(Duration.ZERO, Duration::plus);
    }

    String name() {
        return test.name() + (repetitions > 1 ? " (" + repetition + " of " + repetitions + ")" : "");
    }

    String fullName() {
        return test.file().name() + " > " + name();
    }
}
