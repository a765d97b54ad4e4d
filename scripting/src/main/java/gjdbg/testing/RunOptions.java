package gjdbg.testing;

import gjdbg.script.Grants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How scenarios are to be run and reported.
 *
 * @param target of tests that name none
 * @param grep tests whose full name it finds a match in
 * @param share and of how many: 1/1 for all tests
 * @param repeat how often each test is run
 * @param retries how often a test that failed is run again, unless it says itself
 * @param timeout of a test that says none
 * @param artifacts a folder for what remains of failures
 */
public record RunOptions(
        Optional<String> target,
        Optional<Pattern> grep,
        int share,
        int shares,
        int workers,
        int repeat,
        int retries,
        Duration timeout,
        Optional<Path> artifacts,
        Optional<Path> junit,
        Optional<Path> json,
        boolean github,
        boolean colour,
        Grants grants) {}
