package gjdbg.testing;

import gjdbg.script.ScriptEngine;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code gjdbg test}: collects the tests of all files, runs them, several at a time, and tells the reporters. */
public final class Runner {
    /** Every test passed, or was skipped. */
    public static final int PASSED = 0;

    public static final int FAILED = 1;
    /** No test was found, or a file can't be used. */
    public static final int UNUSABLE = 2;

    private final RunOptions options;
    private final PrintStream err;
    private final Attempts attempts;
    private final List<Result> results = new ArrayList<>();
    private final List<Reporter> reporters;
    private final Optional<Artifacts> artifacts;
    private volatile boolean stopped;

    /** @throws gjdbg.error.BadRequest for a report that can't be written */
    public Runner(RunOptions options, PrintStream out, PrintStream err) {
        this.options = options;
        this.err = err;
        attempts = new Attempts(options);
        reporters = Reporters.of(options, out);
        artifacts = options.artifacts().map(Artifacts::in);
    }

    /**
     * Returns the exit status.
     *
     * @param engine the first of those that the files are loaded with
     * @throws gjdbg.error.BadRequest for a file that is not there
     */
    public int run(List<String> names, CompletableFuture<ScriptEngine> engine) throws InterruptedException {
        long start = System.nanoTime();
        List<ScenarioFile> files = new ArrayList<>();
        names.forEach(name -> ScenarioFile.named(name).stream()
                .filter(file -> !files.contains(file))
                .forEach(files::add));
        List<TestCase> found = new ArrayList<>();
        List<Result> unloadable = new ArrayList<>();
        CompletableFuture<ScriptEngine> next = engine;
        for (ScenarioFile file : files) {
            try {
                found.addAll(new Collector(options.grants()).collect(file, next));
            } catch (Collector.Unloadable e) {
                unloadable.add(notLoaded(file, e.getMessage()));
            }
            next = ScriptEngine.prepare();
        }
        List<TestCase> selected = Selection.of(found, options);
        if (selected.isEmpty() && unloadable.isEmpty() && !(options.shares() > 1 && !found.isEmpty())) {
            err.println("gjdbg: " + nothing(found, names));
            return UNUSABLE;
        }
        artifacts
                .flatMap(Artifacts::problem)
                .ifPresent(why ->
                        warn("cannot keep artifacts in " + options.artifacts().orElseThrow() + ": " + why));
        reporters.forEach(each -> each.begin(selected.size() * options.repeat()));
        unloadable.forEach(this::finished);
        runAll(selected);
        Summary summary = new Summary(results, Duration.ofNanos(System.nanoTime() - start), stopped);
        reporters.forEach(each -> each.end(summary));
        return summary.count(Result.Status.FAILED) > 0 ? FAILED : PASSED;
    }

    private String nothing(List<TestCase> found, List<String> names) {
        return found.isEmpty()
                ? "no tests were found in " + String.join(", ", names)
                        + "; a scenario file has test('name', t => { … }) with test of 'gjdbg/test'"
                : "none of the " + found.size() + " tests has a name that --grep matches";
    }

    private static Result notLoaded(ScenarioFile file, String why) {
        TestCase loading = new TestCase(
                file,
                0,
                List.of("(loading the file)"),
                TestCase.Mode.RUN,
                false,
                0,
                Optional.empty(),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty());
        return new Result(
                loading, 1, 1, Result.Status.FAILED, List.of(Attempt.failed(Failure.of(Failure.Kind.LOAD, why))));
    }

    private void runAll(List<TestCase> tests) throws InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(options.workers())) {
            List<Future<?>> all = new ArrayList<>();
            for (TestCase test : tests) {
                for (int i = 1; i <= options.repeat(); i++) {
                    int repetition = i;
                    all.add(pool.submit(() -> run(test, repetition)));
                }
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void run(TestCase test, int repetition) {
        if (stopped) {
            return;
        }
        switch (test.mode()) {
            case SKIP -> finished(new Result(test, repetition, options.repeat(), Result.Status.SKIPPED, List.of()));
            case TODO -> finished(new Result(test, repetition, options.repeat(), Result.Status.TODO, List.of()));
            case RUN -> runWithRetries(test, repetition);
        }
    }

    private void runWithRetries(TestCase test, int repetition) {
        int most = 1 + test.retries().orElse(options.retries());
        List<Attempt> made = new ArrayList<>();
        try {
            do {
                made.add(attempt(test, repetition, made.size() + 1));
            } while (made.size() < most && made.getLast().failure().isPresent());
        } catch (InterruptedException e) {
            return;
        }
        Result.Status status = made.getLast().failure().isPresent()
                ? Result.Status.FAILED
                : made.size() > 1 ? Result.Status.FLAKY : Result.Status.PASSED;
        finished(new Result(test, repetition, options.repeat(), status, made));
    }

    private Attempt attempt(TestCase test, int repetition, int number) throws InterruptedException {
        Optional<Path> folder = artifacts.flatMap(each -> each.folder(test, repetition, options.repeat(), number));
        Attempt attempt = attempts.run(test, folder);
        folder.ifPresent(kept -> Artifacts.keep(kept, attempt).forEach(this::warn));
        return attempt;
    }

    private synchronized void warn(String problem) {
        err.println("gjdbg: " + problem);
        err.flush();
    }

    private synchronized void finished(Result result) {
        if (!stopped) {
            results.add(result);
            reporters.forEach(each -> each.finished(result));
        }
    }

    /** From any thread: ends everything that runs. */
    public void stop() {
        stopped = true;
        attempts.stop();
    }
}
