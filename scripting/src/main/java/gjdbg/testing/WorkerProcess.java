package gjdbg.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The runner's side of a worker: a gjdbg of its own, which runs one job and is killed when it does not answer. */
final class WorkerProcess implements AutoCloseable {
    /** For the start of a JVM on a busy machine, and for a worker to read stacks after a timeout. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    static final String COMMAND = "test-worker";
    private static final int HALTED = 137;

    private final Job job;
    private final Process process;
    private Optional<Data> result = Optional.empty();
    private String noise = "";

    WorkerProcess(Job job) throws IOException {
        this.job = job;
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("GJDBG_AOT_RECORD");
        builder.redirectError(job.folder().resolve("worker").toFile());
        process = builder.start();
    }

    private static List<String> command() {
        String home = System.getProperty("gjdbg.home");
        if (home != null) {
            return List.of(Path.of(home, "bin", "gjdbg").toString(), COMMAND);
        }
        // from class folders, without a distribution
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "gjdbg.cli.Main",
                COMMAND);
    }

    /** Waits for the result. A failure that tells what became of the worker where it gave none. */
    Optional<Failure> await() throws IOException, InterruptedException {
        Thread reader = Thread.ofPlatform().daemon().start(this::readEvents);
        try (Writer in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8)) {
            in.write(job.toJson() + "\n");
            in.flush();
            Duration limit = job.timeout().plus(GRACE);
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            reader.join(1000);
            if (result.isPresent()) {
                return result.get().object("failure").map(Failure::of);
            }
            return Optional.of(
                    ended
                            ? Failure.of(Failure.Kind.CRASH, died())
                            : Failure.of(
                                    Failure.Kind.TIMEOUT,
                                    "the test's process did not answer within " + Durations.text(limit)
                                            + " and was killed"));
        } catch (IOException e) {
            // it was gone before it had read the job
            process.waitFor();
            return Optional.of(Failure.of(Failure.Kind.CRASH, died()));
        }
    }

    private String died() {
        String said = HostFunctions.output(job.folder().resolve("worker")).strip();
        int status = process.exitValue();
        String how = status >= 128
                ? "was killed by signal " + (status - 128) + (status == HALTED ? " (SIGKILL)" : "")
                : "ended with status " + status;
        return "the process that ran the test " + how + " before it had a result"
                + (said.isEmpty() && noise.isEmpty() ? "" : "; it said:\n" + (noise + said).strip());
    }

    Optional<Duration> time() {
        return result.flatMap(data -> data.number("millis")).map(millis -> Duration.ofMillis(millis.longValue()));
    }

    private void readEvents() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("{")) {
                    result = Optional.of(Data.read(line));
                } else {
                    noise += line + "\n";
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            noise += e + "\n";
        }
    }

    /** Kills it, and what is left of the target and of what the target started. */
    @Override
    public void close() {
        process.destroyForcibly();
        Leftovers.kill(job.environment().get(Leftovers.VARIABLE));
    }
}
