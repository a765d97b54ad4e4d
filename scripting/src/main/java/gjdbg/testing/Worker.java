package gjdbg.testing;

import gjdbg.error.GjdbgException;
import gjdbg.script.Output;
import gjdbg.script.ScriptEngine;
import gjdbg.script.ScriptErrors;
import gjdbg.script.ScriptHost;
import gjdbg.session.LiveSession;
import gjdbg.session.SessionEnding;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.target.linux.TerminalModes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.graalvm.polyglot.PolyglotException;

/**
 * Runs one test in this process: reads the job, one line of JSON, from stdin, and writes events, a line of JSON each, to
 * stdout: {@code started} when the test begins, and {@code result}. The calling thread owns ptrace.
 */
public final class Worker {
    private final CompletableFuture<ScriptEngine> engine;
    private final PrintStream events;

    /** @param events to the runner; nothing else may print there */
    public Worker(CompletableFuture<ScriptEngine> engine, PrintStream events) {
        this.engine = engine;
        this.events = events;
    }

    public void run() {
        LiveSession.prepare();
        // the runner ends the tests; a target that Ctrl-C ends by itself could pass
        TerminalModes.leave();
        Job job = read();
        try (PrintStream console =
                new PrintStream(Files.newOutputStream(job.console()), false, StandardCharsets.UTF_8)) {
            Output output = new Output(console, console);
            report(result(job, output));
            output.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Job read() {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            String line = in.readLine();
            if (line == null) {
                throw new IllegalStateException("this command is for gjdbg test, which tells it on stdin what to run");
            }
            Thread.ofPlatform().daemon().name("runner's end").start(() -> endWith(in));
            return Job.of(Data.read(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Should the runner be killed, its pipe ends, and so does this process and, by PTRACE_O_EXITKILL, the target. */
    private static void endWith(BufferedReader in) {
        try {
            while (in.readLine() != null) {
                // nothing more is said
            }
        } catch (IOException e) {
            // as good as an end
        }
        Runtime.getRuntime().halt(1);
    }

    private void report(Map<String, Object> result) {
        result.put("event", "result");
        synchronized (events) {
            events.println(Json.write(result));
            events.flush();
        }
    }

    private Map<String, Object> result(Job job, Output output) {
        ScriptHost host;
        try {
            host = new ScriptHost(engine.join(), new ScenarioFile(job.file()).source(), job.grants(), output);
        } catch (PolyglotException e) {
            return failure("load", ScriptErrors.text(e));
        } catch (GjdbgException e) {
            return failure("load", e.getMessage());
        }
        if (job.target().isEmpty()) {
            return new TestRun(job, host, Optional.empty(), this::report).run();
        }
        try (LiveSession session = LiveSession.launch(request(job))) {
            return new TestRun(job, host, Optional.of(session), this::report).run();
        } catch (GjdbgException e) {
            return failure("start", "the target can't be started: " + e.getMessage());
        } catch (SessionEnding e) {
            return failure("timeout", "");
        }
    }

    private static LaunchRequest request(Job job) {
        return new LaunchRequest(
                Path.of(job.target().orElseThrow()),
                job.arguments(),
                Optional.of(job.environment()),
                job.workingDirectory().map(Path::of),
                Optional.of(job.stdin()),
                Optional.of(job.stdout()),
                Optional.of(job.stderr()),
                false);
    }

    static Map<String, Object> failure(String kind, String message) {
        Map<String, Object> failure = new LinkedHashMap<>();
        failure.put("kind", kind);
        failure.put("message", message);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("failure", failure);
        return result;
    }
}
