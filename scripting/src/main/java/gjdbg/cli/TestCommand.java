package gjdbg.cli;

import gjdbg.error.BadRequest;
import gjdbg.testing.Durations;
import gjdbg.testing.RunOptions;
import gjdbg.testing.Runner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs the tests of scenario files, each in a process of its own, and reports.",
        customSynopsis = "gjdbg test [options] scenario.js… [options]",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gjdbg test bank.test.js --target ./bank",
            "  gjdbg test *.test.js --grep 'never below' --repeat 20",
            "  gjdbg test *.test.js --shard 1/3 --junit report.xml --artifacts failures"
        },
        exitCodeListHeading = ExitStatus.HEADING,
        exitCodeList = {
            "0:all tests passed",
            "1:a test failed",
            "2:wrong usage, a file that can't be used, or no tests found",
            ExitStatus.INTERRUPTED
        })
final class TestCommand implements Callable<Integer> {
    private static final int MOST_WORKERS = 4;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Mixin
    private GrantOptions grants;

    @Option(names = "--target", paramLabel = "FILE", description = "The program of tests that name none.")
    private Optional<String> target = Optional.empty();

    @Option(names = "--grep", paramLabel = "REGEX", description = "Only tests whose name has a match.")
    private Optional<String> grep = Optional.empty();

    @Option(names = "--shard", paramLabel = "I/N", description = "Only the I-th of N shares of the tests.")
    private String shard = "1/1";

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "How many tests run at a time; one for each CPU unless told, but at most 4.")
    private int workers = Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors());

    @Option(names = "--repeat", paramLabel = "N", description = "Run each test N times.")
    private int repeat = 1;

    @Option(names = "--retries", paramLabel = "N", description = "Run a test that failed up to N times more.")
    private int retries;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "Of tests that say none: 20s, 500ms; 30s unless told.")
    private Optional<String> timeout = Optional.empty();

    @Option(
            names = "--artifacts",
            paramLabel = "DIR",
            description = "Keep of each failure the target's output, the stacks, a snapshot and a core.")
    private Optional<Path> artifacts = Optional.empty();

    @Option(names = "--junit", paramLabel = "FILE", description = "Write a report in JUnit's XML, for CI servers.")
    private Optional<Path> junit = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE", description = "Write a report with a line of JSON for each test.")
    private Optional<Path> json = Optional.empty();

    @Option(
            names = "--github",
            description = "Print failures as annotations for GitHub; so it is where GITHUB_ACTIONS is true.")
    private boolean github;

    @Parameters(hidden = true)
    private List<String> files = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        if (files.isEmpty()) {
            throw new BadRequest("a scenario file is wanted: gjdbg test scenario.js…");
        }
        Interrupts interrupts = new Interrupts();
        interrupts.watch();
        Runner runner = new Runner(options(), System.out, System.err);
        interrupts.ends(runner::stop);
        int status = runner.run(files, Main.engine());
        return interrupts.pending() ? interrupts.status() : status;
    }

    private RunOptions options() {
        String[] share = shard.split("/");
        if (!shard.matches("[0-9]{1,6}/[0-9]{1,6}") || number(share[0]) < 1 || number(share[0]) > number(share[1])) {
            throw new BadRequest("--shard " + shard + " makes no sense; write 2/3 for the second of three shares");
        }
        atLeast(1, workers, "--workers");
        atLeast(1, repeat, "--repeat");
        atLeast(0, retries, "--retries");
        return new RunOptions(
                target,
                grep.map(TestCommand::pattern),
                number(share[0]),
                number(share[1]),
                workers,
                repeat,
                retries,
                timeout.map(Durations::parse).orElse(TIMEOUT),
                artifacts,
                junit,
                json,
                github || "true".equals(System.getenv("GITHUB_ACTIONS")),
                Terminal.hasColour(),
                grants.grants());
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static void atLeast(int least, int value, String option) {
        if (value < least) {
            throw new BadRequest(option + " " + value + " makes no sense; it has to be " + least + " or more");
        }
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new BadRequest("--grep " + text + " is no regular expression: " + e.getDescription(), e);
        }
    }
}
