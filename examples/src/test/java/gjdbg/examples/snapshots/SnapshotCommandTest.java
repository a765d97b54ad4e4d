package gjdbg.examples.snapshots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import gjdbg.testing.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code gjdbg snapshot} by the real command: on a process, which goes on, and on its core; and what can be wrong. */
class SnapshotCommandTest {
    private static final int WORKERS = 200;

    @TempDir
    Path folder;

    private GoBinary program;
    private Crowd crowd;

    private void start(String version) throws IOException {
        program = Fixtures.go("crowd", version, Mode.NOOPT);
        crowd = Crowd.start(program.path(), WORKERS);
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (crowd != null) {
            crowd.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.17", "1.22", "1.26"})
    void it_is_read_on_the_terminal_and_the_process_goes_on(String version) throws Exception {
        start(version);
        Run run = crowd.snapshot();
        assertEquals("", run.err());
        List<String> lines = run.out().lines().toList();
        assertTrue(
                lines.getFirst().startsWith(program.path() + " (process " + crowd.pid() + ", go" + version), run.out());
        assertTrue(run.out().contains("\n    " + program.path() + " 200 --api-key=<masked>\n"), run.out());
        int workers = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("200 waiting (chan receive)"))
                .findFirst()
                .orElseThrow());
        List<String> group = lines.subList(workers, workers + 12);
        assertTrue(
                group.contains("    main.worker  " + program.source() + ":" + program.line("worker waits here")),
                run.out());
        assertTrue(group.stream().anyMatch(line -> line.matches("        name = \"worker-\\d+\"")), run.out());
        assertTrue(
                group.contains(
                        "    created by main.main  " + program.source() + ":" + program.line("go worker(i, in)")),
                run.out());
        assertTrue(run.out().contains("\n    labels job=import-"), run.out());
        assertTrue(run.out().contains("o = *main.order {Customer: \"customer "), run.out());
        assertFalse(run.out().contains("\033"), "no colours and no control characters in a file");
        assertEquals(0, crowd.end());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.17", "1.22", "1.26"})
    void as_JSON_it_fits_the_schema_and_has_no_secrets(String version) throws Exception {
        start(version);
        Path file = folder.resolve("report.json");
        Run run = crowd.snapshot("-o", file.toString());
        assertEquals("", run.out() + run.err());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        String json = Files.readString(file);
        assertFalse(json.contains("hidden"), "a secret is in the file");
        Map<?, ?> snapshot = (Map<?, ?>) JsonReader.read(json);
        assertEquals(List.of(), Schema.complaints(snapshot));
        Map<?, ?> goroutines = (Map<?, ?>) snapshot.get("goroutines");
        int counted = 0;
        int listed = 0;
        for (Object each : (List<?>) goroutines.get("groups")) {
            Map<?, ?> group = (Map<?, ?>) each;
            counted += ((Number) group.get("count")).intValue();
            listed += ((List<?>) group.get("members")).size();
        }
        assertEquals(((Number) goroutines.get("count")).intValue(), counted);
        assertEquals(counted, listed);
        List<?> environment = (List<?>) snapshot.get("environment");
        assertTrue(
                environment.contains(Map.of(
                        "name", "CROWD_DATABASE", "value", "postgres://user:<masked>@host/crowd", "masked", true)),
                environment.toString());
        Run printed = crowd.snapshot("--json");
        assertEquals(List.of(), Schema.complaints(JsonReader.read(printed.out())));
        assertEquals(0, crowd.end());
    }

    @Test
    void of_a_core_it_is_the_same_as_of_the_process() throws Exception {
        start("1.26");
        Path core = folder.resolve("crowd.core");
        String script = "import { target } from 'gjdbg'; target.dump('" + core
                + "'); console.log(JSON.stringify(target.snapshot()));";
        Run live = Run.of(
                List.of(Crowd.PACKED.toString(), "attach", "--allow-write=" + folder, "-e", script, "" + crowd.pid()),
                folder,
                List.of());
        assertEquals(0, live.status(), live.err());
        Run dead = Crowd.gjdbg(new String[] {"--json"}, core.toString());
        assertEquals(0, dead.status(), dead.err());
        Map<String, Object> expected = withoutTime(live.out());
        Map<String, Object> actual = withoutTime(dead.out());
        assertEquals(List.of(), Schema.complaints(JsonReader.read(dead.out())));
        for (String part : List.of("target", "threads", "goroutines", "modules", "environment")) {
            assertEquals(expected.get(part), actual.get(part), part);
        }
    }

    /** Durations up to now are another thing in a core, which does not tell when it was written. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> withoutTime(String json) {
        return (Map<String, Object>) JsonReader.read(json.replaceAll("\"waitingSince\":[0-9.e+-]+,?", "")
                .replaceAll("\"due\":[0-9.e+-]+", "\"due\":0")
                .replaceAll(",\"waitingOn\":\\{\"kind\":\"timer\"[^}]*}", "")
                .replaceAll(",}", "}"));
    }

    @Test
    void files_that_can_t_be_written_are_told_and_leave_nothing_behind() throws Exception {
        start("1.26");
        String pid = "" + crowd.pid();
        wrong("report.txt: its name has to end in .html or .json", Crowd.gjdbg(new String[] {"-o", "report.txt"}, pid));
        wrong(
                "there is no folder " + folder.resolve("none"),
                Crowd.gjdbg(new String[] {"-o", folder.resolve("none/a.html").toString()}, pid));
        Files.createDirectory(folder.resolve("dir.html"));
        wrong(
                "it is a folder",
                Crowd.gjdbg(new String[] {"-o", folder.resolve("dir.html").toString()}, pid));
        Files.delete(folder.resolve("dir.html"));
        Path old = Files.writeString(folder.resolve("old.html"), "what was there");
        Run full = Run.of(
                List.of(
                        "/bin/sh",
                        "-c",
                        "ulimit -f 16; exec \"$0\" snapshot -o \"$1\" \"$2\"",
                        Crowd.PACKED.toString(),
                        old.toString(),
                        pid),
                folder,
                List.of());
        wrong("cannot write " + old + ": File too large", full);
        assertEquals("what was there", Files.readString(old));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(old), left.toList());
        }
        assertEquals(0, crowd.end());
    }

    @Test
    void wrong_usage() {
        wrong("a process or a core is wanted", Crowd.gjdbg(new String[] {}));
        wrong("use one of them", Crowd.gjdbg(new String[] {"--json", "-o", "a.html"}, "1"));
        wrong("no-such: no such file", Crowd.gjdbg(new String[] {}, "no-such"));
        wrong("none can be named", Crowd.gjdbg(new String[] {}, "1", "x"));
        wrong("process 999999999", Crowd.gjdbg(new String[] {}, "999999999"));
    }

    private static void wrong(String message, Run run) {
        assertEquals(2, run.status(), run.out() + run.err());
        assertTrue(run.err().startsWith("gjdbg: ") && run.err().contains(message), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }
}
