package gjdbg.testing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** JSON lines: {@code begin}, a {@code test} for each as it ends, and {@code end}. */
final class JsonReporter implements Reporter {
    private final PrintStream out;

    JsonReporter(Path file) throws IOException {
        out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8);
    }

    @Override
    public void begin(int tests) {
        Map<String, Object> line = event("begin");
        line.put("tests", tests);
        write(line);
    }

    @Override
    public void finished(Result result) {
        Map<String, Object> line = event("test");
        line.put("file", result.test().file().name());
        line.put("titles", result.test().titles());
        line.put("line", result.test().line());
        line.put("repetition", result.repetition());
        line.put("status", result.status().name().toLowerCase(Locale.ROOT));
        line.put("seconds", result.time().toMillis() / 1000.0);
        line.put(
                "attempts",
                result.attempts().stream().map(JsonReporter::attempt).toList());
        write(line);
    }

    private static Map<String, Object> attempt(Attempt attempt) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("seconds", attempt.time().toMillis() / 1000.0);
        data.put("failure", attempt.failure().map(FailureData::of).orElse(null));
        data.put("stdout", attempt.stdout());
        data.put("stderr", attempt.stderr());
        data.put("console", attempt.console());
        return data;
    }

    @Override
    public void end(Summary summary) {
        Map<String, Object> line = event("end");
        for (Result.Status status : Result.Status.values()) {
            line.put(status.name().toLowerCase(Locale.ROOT), summary.count(status));
        }
        line.put("seconds", summary.time().toMillis() / 1000.0);
        line.put("interrupted", summary.interrupted());
        write(line);
        out.close();
    }

    private static Map<String, Object> event(String name) {
        return new LinkedHashMap<>(Map.of("event", name));
    }

    private void write(Map<String, Object> line) {
        out.println(Json.write(line));
        out.flush();
    }
}
