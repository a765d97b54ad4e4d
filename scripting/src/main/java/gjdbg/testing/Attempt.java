package gjdbg.testing;

import java.time.Duration;
import java.util.Optional;

/**
 * One run of a test.
 *
 * @param stdout what the target wrote
 * @param console what the script printed
 */
record Attempt(Optional<Failure> failure, Duration time, String stdout, String stderr, String console) {
    static Attempt failed(Failure failure) {
        return new Attempt(Optional.of(failure), Duration.ZERO, "", "", "");
    }
}
