package gjdbg.examples.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two steps of the CI template that are ours, taken out of the file and run as its runner would. */
class CiTemplateTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BUILD = Pattern.compile("working-directory: (\\S+)\\n +run: (go build .*)\\n");
    private static final Pattern TEST = Pattern.compile("run: >\\n((?: {10}.*\\n)+)");

    @TempDir
    Path folder;

    @Test
    void the_workflow_builds_a_program_and_its_shards_pass() throws IOException {
        String workflow = Files.readString(Path.of("ci/scenarios.yml"));
        Matcher build = find(BUILD, workflow);
        Run built = bash(REPOSITORY.resolve(build.group(1)), build.group(2));
        assertEquals(0, built.status(), built.err());
        String command =
                find(TEST, workflow).group(1).replaceAll("\\s*\\n\\s*", " ").strip();
        List<String> tests = new ArrayList<>();
        for (int shard = 1; shard <= 2; shard++) {
            Run run = bash(
                    folder,
                    "ln -sfn " + REPOSITORY + "/examples examples; PATH=" + REPOSITORY
                            + "/scripting/target/dist/gjdbg/bin:$PATH; "
                            + command.replace("${{ matrix.shard }}", String.valueOf(shard)));
            assertEquals(0, run.status(), run.out() + run.err());
            run.out().lines().filter(line -> line.startsWith("ok ")).forEach(tests::add);
            assertTrue(Files.readString(folder.resolve("scenarios.xml")).contains("tests=\"1\""));
        }
        assertEquals(2, tests.size(), tests.toString());
    }

    private Run bash(Path where, String command) {
        return Run.of(
                List.of("bash", "-c", command),
                where,
                List.of("RUNNER_TEMP=" + folder, "GITHUB_ACTIONS=true", "GOFLAGS=-mod=mod", "CGO_ENABLED=0"));
    }

    private static Matcher find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertTrue(matcher.find(), "the template has no part like " + pattern);
        return matcher;
    }
}
