package gjdbg.examples.scenarios;

import gjdbg.testbins.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** The one job of a workflow file of GitHub's, run here step by step as far as its steps are commands. */
final class Workflow {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *([\\w.]+) *\\}\\}");

    private final Map<String, Object> job;

    private Workflow(Map<String, Object> job) {
        this.job = job;
    }

    /** A step that was a command, and how it ended. */
    record Done(String name, Run run) {}

    static Workflow read(Path file) throws IOException {
        Map<String, Object> workflow = new Yaml().load(Files.readString(file));
        Map<String, Map<String, Object>> jobs = at(workflow, "jobs");
        return new Workflow(jobs.values().iterator().next());
    }

    List<Object> matrix(String name) {
        Map<String, Object> strategy = at(job, "strategy");
        return at(at(strategy, "matrix"), name);
    }

    /** The steps that use an action of that name. */
    List<Map<String, Object>> uses(String action) {
        return steps().stream()
                .filter(step -> String.valueOf(step.get("uses")).startsWith(action + "@"))
                .toList();
    }

    /** Runs the commands in order; after one that fails, as a runner does, only steps that are always run would be. */
    List<Done> run(Path workspace, Path temporary, Map<String, String> values) throws IOException {
        Path added = Files.createFile(temporary.resolve("path"));
        List<Done> done = new ArrayList<>();
        for (Map<String, Object> step : steps()) {
            if (step.containsKey("run")) {
                Path folder = workspace.resolve(String.valueOf(step.getOrDefault("working-directory", ".")));
                List<String> environment = new ArrayList<>(List.of(
                        "RUNNER_TEMP=" + temporary,
                        "GITHUB_PATH=" + added,
                        "GITHUB_ACTIONS=true",
                        "PATH=" + String.join(":", Files.readAllLines(added)) + ":" + System.getenv("PATH"),
                        "GOFLAGS=-mod=mod"));
                Map<String, Object> own = Optional.ofNullable(Workflow.<Map<String, Object>>at(step, "env"))
                        .orElse(new HashMap<>());
                own.forEach((name, value) -> environment.add(name + "=" + filled(String.valueOf(value), values)));
                Run run = Run.of(
                        List.of("bash", "-e", "-c", filled(String.valueOf(step.get("run")), values)),
                        folder,
                        environment);
                done.add(new Done(String.valueOf(step.get("name")), run));
                if (run.status() != 0) {
                    break;
                }
            }
        }
        return done;
    }

    private List<Map<String, Object>> steps() {
        return at(job, "steps");
    }

    private static String filled(String text, Map<String, String> values) {
        return EXPRESSION.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("what is " + found.group() + "?");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    @SuppressWarnings("unchecked")
    private static <T> T at(Map<String, ?> map, String key) {
        return (T) map.get(key);
    }
}
