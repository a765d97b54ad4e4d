package gjdbg.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Runs tests once, each in a worker and with a folder of its own for the target's input and output. */
final class Attempts {
    private final RunOptions options;
    private final Set<WorkerProcess> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    Attempts(RunOptions options) {
        this.options = options;
    }

    /** @param artifacts where to keep what remains if it fails */
    Attempt run(TestCase test, Optional<Path> artifacts) throws InterruptedException {
        long start = System.nanoTime();
        Path folder = null;
        try {
            folder = Files.createTempDirectory("gjdbg-test");
            Job job = job(test, folder, artifacts);
            Files.writeString(job.stdin(), test.stdin().orElse(""), StandardCharsets.UTF_8, StandardOpenOption.CREATE);
            Optional<Failure> failure;
            Optional<Duration> time;
            try (WorkerProcess worker = new WorkerProcess(job)) {
                running.add(worker);
                if (stopped) {
                    throw new InterruptedException();
                }
                failure = worker.await();
                time = worker.time();
                running.remove(worker);
            }
            if (stopped) {
                throw new InterruptedException();
            }
            return new Attempt(
                    failure,
                    time.orElse(Duration.ofNanos(System.nanoTime() - start)),
                    HostFunctions.output(job.stdout()),
                    HostFunctions.output(job.stderr()),
                    HostFunctions.output(job.console()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(folder);
        }
    }

    private Job job(TestCase test, Path folder, Optional<Path> artifacts) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(test.environment());
        environment.put(Leftovers.VARIABLE, UUID.randomUUID().toString());
        return new Job(
                test.file().name(),
                test.index(),
                test.titles(),
                test.target().or(options::target),
                test.arguments(),
                environment,
                test.workingDirectory(),
                test.timeout().orElse(options.timeout()),
                folder,
                artifacts,
                options.grants());
    }

    /** From any thread: what runs is killed, and its caller gets an InterruptedException. */
    void stop() {
        stopped = true;
        running.forEach(WorkerProcess::close);
    }

    private static void delete(Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // a temporary folder that stays is no failure of a test
        }
    }
}
