package gjdbg.testing;

import gjdbg.script.Grants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the runner asks of one worker: to run one test.
 *
 * @param titles the test's, to be sure that the file still registers the same
 * @param target empty for a test that has none
 * @param environment the target's whole environment
 * @param folder where the target's input and output stand, and what the script prints
 * @param artifacts where what remains of a failure is kept
 */
record Job(
        String file,
        int index,
        List<String> titles,
        Optional<String> target,
        List<String> arguments,
        Map<String, String> environment,
        Optional<String> workingDirectory,
        Duration timeout,
        Path folder,
        Optional<Path> artifacts,
        Grants grants) {
    Path stdin() {
        return folder.resolve("stdin");
    }

    Path stdout() {
        return folder.resolve("stdout");
    }

    Path stderr() {
        return folder.resolve("stderr");
    }

    /** What the script printed. */
    Path console() {
        return folder.resolve("console");
    }

    String toJson() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("file", file);
        data.put("index", index);
        data.put("titles", titles);
        data.put("target", target.orElse(null));
        data.put("arguments", arguments);
        data.put("environment", environment);
        data.put("workingDirectory", workingDirectory.orElse(null));
        data.put("timeout", timeout.toMillis());
        data.put("folder", folder.toString());
        data.put("artifacts", artifacts.map(Path::toString).orElse(null));
        data.put("read", grants.read().stream().map(Path::toString).toList());
        data.put("write", grants.write().stream().map(Path::toString).toList());
        data.put("seesEnvironment", grants.environment());
        return Json.write(data);
    }

    static Job of(Data data) {
        return new Job(
                data.text("file").orElseThrow(),
                data.integer("index"),
                data.texts("titles"),
                data.text("target"),
                data.texts("arguments"),
                data.map("environment"),
                data.text("workingDirectory"),
                Duration.ofMillis(data.number("timeout").orElseThrow().longValue()),
                Path.of(data.text("folder").orElseThrow()),
                data.text("artifacts").map(Path::of),
                new Grants(paths(data.texts("read")), paths(data.texts("write")), data.flag("seesEnvironment")));
    }

    private static List<Path> paths(List<String> texts) {
        return texts.stream().map(Path::of).toList();
    }
}
