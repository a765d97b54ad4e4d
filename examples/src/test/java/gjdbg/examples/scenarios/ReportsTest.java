package gjdbg.examples.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import gjdbg.testing.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Which tests run, and what is reported of them, on the terminal and in files. */
class ReportsTest {
    /** Every kind of result, with names and output that XML and GitHub's commands have to escape. */
    private static final String ALL_KINDS = """
            describe('kinds', () => {
              test('passes', { target: '/bin/sh', args: ['-c', 'echo seen; printf "\\\\001<&\\\\n"; echo bad >&2'] }, t => {
                console.log('<printed> & "quoted"');
                t.finish();
                expect(t.stdout).toContain('seen');
                expect(t.stderr).toBe('bad\\n');
              });
              test('fails: 100%, "quoted" <&>', t => expect('a\\nb').toBe('a\\nc'));
              test('breaks', t => { throw new Error('broken\\u0007 <it>'); });
              test.skip('is skipped', t => {});
              test.todo('is to be done');
              test('times out', { timeout: '300ms', target: '/bin/sleep', args: ['90'] }, t => t.finish());
            });
            """;

    /** Fails until it has been run that often: attempts are separate processes, so a file counts them. */
    private static final String COUNTED = """
            import { fs } from 'gjdbg';
            test('flaky', { retries: 2 }, t => {
              let n = 0;
              try { n = Number(fs.readText('count')); } catch {}
              fs.writeText('count', String(n + 1));
              expect(n).toBe(2);
            });
            """;

    @TempDir
    Path folder;

    @Test
    void each_test_has_a_line_and_a_failure_tells_where_it_is() {
        Run run = ScenarioRun.run(folder, List.of("--workers", "1"), "kinds.js", ALL_KINDS);
        List<String> marks = run.out()
                .lines()
                .filter(line -> line.matches("(ok   |FAIL |skip |todo ) .*"))
                .map(line -> line.replaceFirst(" \\(\\d.*\\)$", ""))
                .toList();
        assertEquals(
                List.of(
                        "ok    kinds.js > kinds > passes",
                        "FAIL  kinds.js > kinds > fails: 100%, \"quoted\" <&>",
                        "FAIL  kinds.js > kinds > breaks",
                        "skip  kinds.js > kinds > is skipped",
                        "todo  kinds.js > kinds > is to be done",
                        "FAIL  kinds.js > kinds > times out"),
                marks);
        assertTrue(run.out().contains("    <printed> & \"quoted\"\n"), run.out());
        assertTrue(run.out().contains("""
                                    expected to be "a\\nc"
                                    received "a\\nb"
                                    - expected
                                    + received
                                      a
                                    - c
                                    + b
                                    at kinds.js:9:57
                                """), run.out());
        assertTrue(run.out().contains("6 tests: 1 passed, 3 failed, 1 skipped, 1 todo ("), run.out());
        assertFalse(run.out().contains("\u001b"), "no colours into a pipe");
        assertEquals(1, run.status());
    }

    @Test
    void the_JUnit_report_fits_the_schema_of_CI_servers() throws Exception {
        Path report = folder.resolve("report.xml");
        ScenarioRun.run(
                folder, List.of("--junit", "report.xml", "--retries", "1"), "kinds.js", ALL_KINDS, "no.js", "(");
        validate(Files.readString(report));
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
        Element all = document.getDocumentElement();
        assertEquals("7", all.getAttribute("tests"));
        assertEquals("1", all.getAttribute("failures"));
        assertEquals("3", all.getAttribute("errors"));
        List<String> cases = new ArrayList<>();
        var nodes = document.getElementsByTagName("testcase");
        for (int i = 0; i < nodes.getLength(); i++) {
            Element each = (Element) nodes.item(i);
            cases.add(each.getAttribute("classname") + ": " + each.getAttribute("name"));
        }
        assertEquals(
                new TreeSet<>(List.of(
                        "kinds: kinds > passes",
                        "kinds: kinds > fails: 100%, \"quoted\" <&>",
                        "kinds: kinds > breaks",
                        "kinds: kinds > is skipped",
                        "kinds: kinds > is to be done",
                        "kinds: kinds > times out",
                        "no: (loading the file)")),
                new TreeSet<>(cases));
        assertEquals(2, document.getElementsByTagName("skipped").getLength());
        assertEquals(1, document.getElementsByTagName("rerunFailure").getLength());
        assertTrue(document.getElementsByTagName("failure")
                .item(0)
                .getTextContent()
                .contains("- c\n+ b\n"));
        assertTrue(document.getElementsByTagName("system-out")
                .item(0)
                .getTextContent()
                .contains("seen\n\ufffd<&\n"));
    }

    @Test
    void the_schema_refuses_what_CI_servers_refuse() {
        String name = "name=\"x\" tests=\"1\" failures=\"0\" errors=\"0\"";
        for (String wrong : List.of(
                "<testsuites><testcase name=\"x\"/></testsuites>",
                "<testsuite name=\"x\"/>",
                "<testsuite " + name + "><testcase/></testsuite>",
                "<testsuite " + name + " time=\"1 s\"/>",
                "<testsuite " + name + "><testcase name=\"x\"><rerunFailure/></testcase></testsuite>")) {
            assertThrows(SAXException.class, () -> validate(wrong), wrong);
        }
    }

    static void validate(String xml) throws SAXException, IOException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(ReportsTest.class.getResource("/junit-10.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    @Test
    void the_JSON_report_has_a_line_for_each_test() throws IOException {
        ScenarioRun.run(folder, List.of("--json", "report.jsonl", "--workers", "1"), "kinds.js", ALL_KINDS);
        // what reads it is another program: node or python, whichever is there
        Run read = Run.of(List.of("python3", "-c", """
                        import json
                        for line in open('report.jsonl', encoding='utf-8'):
                            each = json.loads(line)
                            if each['event'] == 'test':
                                failure = each['attempts'][-1]['failure'] if each['attempts'] else None
                                print(each['titles'][-1], each['status'], each['line'], failure and failure['kind'], sep='|')
                            else:
                                print(each['event'], each.get('tests'), each.get('failed'), sep='|')
                        """), folder, List.of());
        assertEquals("""
                begin|6|None
                passes|passed|3|None
                fails: 100%, "quoted" <&>|failed|9|expectation
                breaks|failed|10|error
                is skipped|skipped|11|None
                is to be done|todo|12|None
                times out|failed|13|timeout
                end|None|3
                """, read.out(), read.err());
    }

    @Test
    void GitHub_gets_annotations_at_the_lines_of_failures() {
        Run run = ScenarioRun.run(folder, List.of("--github"), "kinds.js", ALL_KINDS);
        assertTrue(
                run.out()
                        .contains(
                                "::error file=kinds.js,line=9,col=57,title=kinds.js > kinds > fails%3A 100%25%2C \"quoted\""
                                        + " <&>::expected to be \"a\\nc\"%0Areceived \"a\\nb\"%0A"),
                run.out());
        assertEquals(
                3, run.out().lines().filter(line -> line.startsWith("::error ")).count());
        Run inAction = ScenarioRun.command(folder, List.of("GITHUB_ACTIONS=true"), "kinds.js");
        assertTrue(inAction.out().contains("\n::error file=kinds.js,"), inAction.out());
        assertFalse(ScenarioRun.command(folder, List.of(), "kinds.js").out().contains("::error"));
    }

    @Test
    void artifacts_keep_what_was_there_at_a_failure_and_nothing_of_what_passed() throws IOException {
        Path bank = Fixtures.go("bank", "1.26", Mode.NOOPT).path();
        String code = """
                test('passes', t => {});
                test('a/b: fails?', { target: '%s' }, t => {
                  t.target.breakpoint('main.main');
                  t.target.continue();
                  t.target.breakpoint('os.Exit');
                  console.log('printed');
                  expect(t.target.continue().reason).toBe('breakpoint');
                });
                test('stands', { target: '%s' }, t => {
                  t.target.breakpoint('main.transfer');
                  expect(t.target.continue().frame.args.amount).toBe(1);
                });
                """.formatted(bank, bank);
        ScenarioRun.run(folder, List.of("--artifacts", "deep/kept", "--retries", "1"), "a.js", code);
        try (var kept = Files.list(folder.resolve("deep/kept"))) {
            assertEquals(
                    new TreeSet<>(
                            List.of("a-2-a-b-fails", "a-2-a-b-fails-attempt2", "a-3-stands", "a-3-stands-attempt2")),
                    new TreeSet<>(
                            kept.map(each -> each.getFileName().toString()).toList()));
        }
        Path fails = folder.resolve("deep/kept/a-2-a-b-fails");
        assertTrue(Files.readString(fails.resolve("stdout.txt")).contains("done 4 refused 1"));
        assertEquals("printed\n", Files.readString(fails.resolve("console.txt")));
        assertTrue(Files.readString(fails.resolve("failure.txt")).startsWith("expected to be \"breakpoint\"\n"));
        String stacks = Files.readString(folder.resolve("deep/kept/a-3-stands/stacks.txt"));
        assertTrue(stacks.contains("    main.transfer at ") && stacks.contains("    main.main at "), stacks);
        assertTrue(Files.readString(folder.resolve("deep/kept/a-3-stands/failure.json"))
                .contains("\"kind\":\"expectation\""));
    }

    @Test
    void artifacts_have_a_snapshot_and_a_core_that_show_the_target_as_it_was() throws IOException {
        Path bank = Fixtures.go("bank", "1.26", Mode.NOOPT).path();
        String code = """
                test('stands', { target: '%s' }, t => {
                  t.target.breakpoint('main.transfer');
                  expect(t.target.continue().frame.args.amount).toBe(1);
                });
                test('hangs', { target: '%s', timeout: '2s' }, t => {
                  t.target.breakpoint('main.transfer');
                  t.target.continue();
                  for (;;);
                });
                """.formatted(bank, bank);
        Run run = ScenarioRun.run(folder, List.of("--artifacts", "kept"), "a.js", code);
        assertEquals(1, run.status(), run.err());
        assertFalse((run.out() + run.err()).contains("was kept"), run.out() + run.err());
        for (String name : List.of("a-1-stands", "a-2-hangs")) {
            Path kept = folder.resolve("kept").resolve(name);
            Map<?, ?> snapshot = (Map<?, ?>) JsonReader.read(Files.readString(kept.resolve("snapshot.json")));
            assertEquals("main.transfer", member(snapshot, "stop", "frame", "function"));
            assertEquals(bank.toString(), member(snapshot, "target", "path"));
            String page = Files.readString(kept.resolve("snapshot.html"));
            assertTrue(page.startsWith("<!DOCTYPE html>") && page.contains("main.transfer"), page);
            String amount =
                    "console.log(target.stop.frame.function, target.stop.frame.args.amount, target.goroutines.length)";
            Run core = Run.of(
                    List.of(
                            ScenarioRun.PACKED.toString(),
                            "core",
                            "-e",
                            "import { target } from 'gjdbg'; " + amount,
                            kept.resolve("core").toString()),
                    folder,
                    List.of());
            assertEquals("", core.err());
            int goroutines = ((Number) member(snapshot, "goroutines", "count")).intValue();
            assertTrue(core.out().matches("main.transfer \\d+ " + goroutines + "\n"), core.out());
        }
    }

    private static Object member(Object of, String... path) {
        Object value = of;
        for (String each : path) {
            value = ((Map<?, ?>) value).get(each);
        }
        return value;
    }

    @Test
    void a_test_that_passes_when_it_is_run_again_is_called_flaky() throws Exception {
        List<String> grants = List.of("--allow-read", ".", "--allow-write", ".", "--junit", "flaky.xml");
        Run run = ScenarioRun.run(folder, grants, "flaky.js", COUNTED);
        assertTrue(run.out().startsWith("flaky flaky.js > flaky"), run.out());
        assertTrue(run.out().contains(" passed at attempt 3\n"), run.out());
        assertEquals(0, run.status());
        String report = Files.readString(folder.resolve("flaky.xml"));
        validate(report);
        assertEquals(2, report.split("<flakyFailure ").length - 1);
        Files.delete(folder.resolve("count"));
        Run once = ScenarioRun.run(folder, grants, "flaky.js", COUNTED.replace("retries: 2", "retries: 0"));
        assertEquals(1, once.status());
    }

    @Test
    void grep_shard_only_and_repeat_choose_the_tests() {
        String code = """
                describe('group', () => {
                  test.each([[1, 'one'], [2, 'two']])('row %d is %s', (t, number, word) => expect(typeof word).toBe('string'));
                  test.each([{ name: 'ann' }, { name: 'bob' }])('of $name', (t, { name }) => expect(name).toHaveLength(3));
                });
                test('alone', t => {});
                """;
        List<String> all = List.of(
                "c.js > alone",
                "c.js > group > of ann",
                "c.js > group > of bob",
                "c.js > group > row 1 is one",
                "c.js > group > row 2 is two");
        assertEquals(all, names(ScenarioRun.run(folder, List.of(), "c.js", code)));
        assertEquals(
                List.of("c.js > group > of ann", "c.js > group > row 1 is one"),
                names(ScenarioRun.run(folder, List.of("--grep", "is one$|ann"), "c.js", code)));
        List<String> shards = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            shards.addAll(names(ScenarioRun.command(folder, List.of(), "c.js", "--shard", i + "/3")));
        }
        assertEquals(all, shards.stream().sorted().toList());
        Run beyond = ScenarioRun.command(folder, List.of(), "--shard=9/9", "c.js");
        assertEquals(0, beyond.status(), beyond.err());
        assertEquals(
                List.of("c.js > alone (1 of 3)", "c.js > alone (2 of 3)", "c.js > alone (3 of 3)"),
                names(ScenarioRun.command(folder, List.of(), "--repeat", "3", "--grep", "alone", "c.js")));
        assertEquals(
                List.of("c.js > only this"),
                names(ScenarioRun.run(folder, List.of(), "c.js", code + "test.only('only this', t => {});")));
    }

    private static List<String> names(Run run) {
        assertEquals(0, run.status(), run.out() + run.err());
        return run.out()
                .lines()
                .filter(line -> line.startsWith("ok    "))
                .map(line -> line.substring(6).replaceFirst(" \\([0-9.]+ m?s\\)$", ""))
                .sorted()
                .toList();
    }

    @Test
    void ctrl_C_ends_everything_that_runs() throws IOException {
        ScenarioRun.run(
                folder,
                List.of("--grep", "nothing"),
                "long.js",
                "test('long', { target: '/bin/sleep', args: ['88'] }, t => t.finish());");
        Run run = Run.of(
                List.of(
                        "bash",
                        "-c",
                        "set -m; ../../gjdbg test long.js >out 2>&1 & for i in $(seq 100); do pgrep -f '^/bin/sleep 88' && break;"
                                        .replace(
                                                "../../gjdbg",
                                                System.getProperty("user.dir")
                                                        + "/../scripting/target/dist/gjdbg/bin/gjdbg")
                                + " sleep 0.1; done; sleep 0.5; kill -INT -$!; wait $!; echo status $?; sleep 0.3; pgrep -f '^/bin/sleep 88' && echo left"),
                folder,
                List.of());
        assertTrue(run.out().contains("status 130\n"), run.out() + Files.readString(folder.resolve("out")));
        assertFalse(run.out().contains("left"), run.out());
    }
}
