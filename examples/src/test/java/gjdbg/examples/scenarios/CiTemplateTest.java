package gjdbg.examples.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/** The CI template, its commands run one after the other as its runner would, the archive that the build makes installed. */
class CiTemplateTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private Path workspace;
    private Workflow workflow;

    @BeforeEach
    void checkOut() throws IOException {
        workspace =
                Files.createDirectories(folder.resolve("workspace/examples")).getParent();
        Run copied = Run.of(
                List.of("cp", "-r", REPOSITORY.resolve("examples/ci").toString(), "examples/"), workspace, List.of());
        assertEquals(0, copied.status(), copied.err());
        workflow = Workflow.read(Path.of("ci/scenarios.yml"));
    }

    @Test
    void each_shard_installs_builds_and_passes_and_keeps_its_reports() throws IOException, SAXException {
        int tests = 0;
        for (Object shard : workflow.matrix("shard")) {
            List<Workflow.Done> done = run(shard);
            for (Workflow.Done each : done) {
                assertEquals(0, each.run().status(), each.toString());
            }
            assertEquals(3, done.size());
            tests += (int) done.getLast()
                    .run()
                    .out()
                    .lines()
                    .filter(line -> line.startsWith("ok "))
                    .count();
            ReportsTest.validate(Files.readString(workspace.resolve("scenarios.xml")));
            assertTrue(Files.size(workspace.resolve("scenarios.jsonl")) > 0);
        }
        assertEquals(2, tests);
    }

    @Test
    void what_a_failed_scenario_leaves_is_uploaded() throws IOException, SAXException {
        Files.writeString(
                workspace.resolve("examples/ci/stock.js"),
                "test('a failure', t => expect(t.finish().exitCode).toBe(9));\n",
                StandardOpenOption.APPEND);
        List<Workflow.Done> done = List.of();
        for (Object shard : workflow.matrix("shard")) {
            done = run(shard);
            if (done.getLast().run().status() != 0) {
                break;
            }
        }
        Run failed = done.getLast().run();
        assertEquals(1, failed.status(), failed.out() + failed.err());
        assertTrue(failed.out().contains("::error file=examples/ci/stock.js,line="), failed.out());
        ReportsTest.validate(Files.readString(workspace.resolve("scenarios.xml")));

        Map<String, Object> upload = workflow.uses("actions/upload-artifact").getFirst();
        assertEquals("always()", upload.get("if"));
        @SuppressWarnings("unchecked")
        String paths = ((Map<String, Object>) upload.get("with")).get("path").toString();
        assertEquals(3, paths.lines().count());
        for (String path : paths.lines().toList()) {
            assertTrue(Files.exists(workspace.resolve(path)), path + " is not there");
        }
        try (var kept = Files.list(workspace.resolve("failures"))) {
            // of both attempts, for the workflow asks for a retry
            assertEquals(
                    2,
                    kept.filter(each -> each.getFileName().toString().contains("a-failure"))
                            .count());
        }
    }

    private List<Workflow.Done> run(Object shard) throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("shard" + shard));
        Path archive;
        try (var files = Files.newDirectoryStream(REPOSITORY.resolve("scripting/target"), "gjdbg-*.tar.gz")) {
            archive = files.iterator().next();
        }
        return workflow.run(
                workspace,
                temporary,
                Map.of(
                        "matrix.shard",
                        shard.toString(),
                        "vars.GJDBG_ARCHIVE",
                        archive.toUri().toString()));
    }
}
