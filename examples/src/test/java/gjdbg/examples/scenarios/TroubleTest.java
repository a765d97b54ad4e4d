package gjdbg.examples.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a scenario does, it gets a report that says what it was, and the others run. */
class TroubleTest {
    private static final String PASSES = "test('passes', t => expect(1).toBe(1));";

    @TempDir
    Path folder;

    @Test
    void a_target_that_hangs_is_ended_and_where_it_stood_is_told() {
        Run run = run("test('hangs', { target: '/bin/sleep', args: ['97'], timeout: '2s' }, t => {\n"
                + "  t.target.continue();\n});");
        has(run, "FAIL  trouble.js > hangs");
        has(run, "the test took longer than 2 s\n    at trouble.js:3:");
        has(run, ">\\s+3 \\|   t.target.continue\\(\\);");
        has(run, "where the threads stood:\n      thread \\d+ \\(sleep\\)\n        \\S+");
        othersRan(run, 1);
        assertEquals(0, left("/bin/sleep 97"));
    }

    @Test
    void an_endless_script_is_ended_wherever_it_is() {
        String bank = Fixtures.go("bank", "1.26", Mode.NOOPT).path().toString();
        String options = "{ target: '" + bank + "', timeout: '1s' }, ";
        Run run = run("test('in the test', " + options + "t => { for (;;); });\n"
                + "test('in a hook', " + options
                + "t => { t.target.hook('main.settle', { onEnter() { for (;;); } }); t.finish(); });\n"
                + "test('in a condition', " + options
                + "t => { t.target.breakpoint('main.settle', { when() { for (;;); } }); t.finish(); });\n"
                + "test('in promises', " + options + "async t => { for (;;) await null; });\n"
                + "test('catches everything', " + options + "t => { for (;;) try { t.finish(); } catch {} });");
        for (String name : List.of("in the test", "in a hook", "in a condition", "in promises", "catches everything")) {
            has(
                    run,
                    "FAIL  trouble.js > " + name
                            + " .*\n    the test took longer than 1 s; the script was busy itself");
        }
        has(run, "main\\.settle at ");
        othersRan(run, 5);
    }

    @Test
    void a_target_that_cannot_be_started_is_named() throws IOException {
        Files.writeString(folder.resolve("text.txt"), "no program");
        Run run = run("test('not there', { target: './nothing' }, t => t.target.continue());\n"
                + "test('no program', { target: './text.txt' }, t => t.target.continue());\n"
                + "test('no folder', { target: '/bin/true', cwd: './nowhere' }, t => t.target.continue());\n"
                + "test('none given', t => t.target.continue());");
        has(run, "> not there .*\n    the target can't be started: no such program: ./nothing");
        has(run, "> no program .*\n    the target can't be started: ./text.txt is not executable");
        has(run, "> no folder .*\n    the target can't be started: no such directory to run in: ./nowhere");
        has(run, "> none given .*\n    Unavailable: target.continue: the test has no option target");
        othersRan(run, 4);
    }

    @Test
    void a_scenario_that_kills_its_target_can_go_on() {
        Run run = run("test('kills', { target: '/bin/sleep', args: ['95'] }, t => {\n"
                + "  t.target.kill();\n  expect(t.target.state).toBe('exited');\n});\n"
                + "test('kills and resumes', { target: '/bin/sleep', args: ['95'] }, t => {\n"
                + "  t.target.kill();\n  t.target.continue();\n});\n"
                + "test('is killed', { target: '/bin/sh', args: ['-c', 'kill -9 $$'] }, t => {\n"
                + "  expect(t.finish()).toMatchObject({ reason: 'killed', signal: 'SIGKILL' });\n});");
        has(run, "ok    trouble.js > kills ");
        has(run, "ok    trouble.js > is killed ");
        has(run, "FAIL  trouble.js > kills and resumes .*\n    TargetGone: .*killed by signal 9");
        has(run, "at trouble.js:8:");
        othersRan(run, 1);
    }

    @Test
    void the_death_of_a_tests_process_is_told() {
        // the parent of the target is the process that debugs it
        Run run = run(
                "test('parricide', { target: '/bin/sh', args: ['-c', 'kill -9 $PPID; sleep 93'] }, t => t.finish());");
        has(run, "> parricide .*\n    the process that ran the test was killed by signal 9 \\(SIGKILL\\)");
        othersRan(run, 1);
        assertEquals(0, left("sleep 93"));
    }

    @Test
    void what_a_target_started_does_not_outlive_its_test() {
        Run run = run("test('leaves one', { target: '/bin/sh', args: ['-c', '(setsid sleep 91 &) ; exit 0'] },\n"
                + "  t => { expect(t.finish().exitCode).toBe(0); });");
        has(run, "2 tests: 2 passed");
        assertEquals(0, left("sleep 91"));
    }

    @Test
    void a_syntax_error_is_shown_with_its_place() {
        Run run = ScenarioRun.run(
                folder,
                List.of(),
                "broken.js",
                "test('never seen', t => {\n  expect(1 to be);\n});",
                "fine.js",
                PASSES);
        has(run, "FAIL  broken.js > \\(loading the file\\) .*\n    broken.js:3:\\d+: SyntaxError: Expected");
        has(run, "expect\\(1 to be\\);");
        has(run, "ok    fine.js > passes");
        assertEquals(1, run.status());
    }

    @Test
    void a_file_that_throws_or_never_ends_when_it_is_loaded_is_told_of() {
        Run run = ScenarioRun.run(
                folder,
                List.of(),
                "throws.js",
                "test('never seen', t => {});\nnull.f();",
                "uses.js",
                "import { target } from 'gjdbg';\ntarget.breakpoint('main.main');",
                "imports.js",
                "import './missing.js';",
                "ends.js",
                "gjdbg.exit(0);",
                "fine.js",
                PASSES);
        has(run, "FAIL  throws.js > .*\n    TypeError: .*\n +at .*throws.js:3");
        has(run, "FAIL  uses.js > .*\n    Unavailable: target.breakpoint: .*use t.target in a test");
        has(run, "FAIL  imports.js > .*\n(.*\n)?.*missing.js");
        has(run, "FAIL  ends.js > .*\n    gjdbg.exit\\(\\) ended it");
        has(run, "ok    fine.js > passes");
        assertEquals(1, run.status());
    }

    @Test
    void a_hook_that_throws_fails_its_test_and_those_after_it_still_run() {
        Run run = run("describe('hooks', () => {\n"
                + "  beforeEach(t => { if (t.name === 'before') throw new Error('no table'); });\n"
                + "  afterEach(t => console.log('first afterEach of', t.name));\n"
                + "  afterEach(t => { if (t.name === 'after') throw new Error('no broom'); });\n"
                + "  afterEach(t => console.log('last afterEach of', t.name));\n"
                + "  test('before', t => console.log('never printed'));\n"
                + "  test('after', t => {});\n"
                + "});");
        has(
                run,
                "> hooks > before .*\n    first afterEach of before\n    last afterEach of before\n"
                        + "    in beforeEach:\n    Error: no table\n    at trouble.js:3:");
        has(
                run,
                "> hooks > after .*\n    first afterEach of after\n    last afterEach of after\n"
                        + "    in afterEach:\n    Error: no broom\n    at trouble.js:5:");
        assertFalse(run.out().contains("never printed\n    first"), run.out());
        othersRan(run, 2);
    }

    @Test
    void what_is_thrown_need_not_be_an_error() {
        Run run = run("test('text', t => { throw 'a word'; });\n"
                + "test('object', t => { throw { code: 7 }; });\n"
                + "test('nothing', t => { throw undefined; });\n"
                + "test('rejected', () => Promise.reject(new RangeError('too far')));\n"
                + "test('never', () => new Promise(() => {}));\n"
                + "test('exit', () => gjdbg.exit(0));");
        has(run, "> text .*\n    the script threw a word");
        has(run, "> object .*\n    the script threw \\{ code: 7 \\}");
        has(run, "> nothing .*\n    the script threw undefined");
        has(run, "> rejected .*\n    RangeError: too far");
        has(run, "> never .*\n    the test waits for a promise that nothing settles");
        has(run, "> exit .*\n    the test called gjdbg.exit\\(\\)");
        othersRan(run, 6);
    }

    @Test
    void wrong_use_of_the_module_says_what_is_right() {
        Run run = ScenarioRun.run(
                folder,
                List.of(),
                "a.js",
                "test('a', { timeOut: '1s' }, t => {});",
                "b.js",
                "test('b', { timeout: 'soon' }, t => {});",
                "c.js",
                "test(t => {});",
                "d.js",
                "describe('d', async () => {});",
                "e.js",
                "test('e', t => test('inner', () => {}));",
                "f.js",
                "test('f', { args: 'one two' }, t => {});");
        has(run, "BadRequest: test 'a' has no option 'timeOut'; did you mean 'timeout'\\?");
        has(run, "BadRequest: timeout is a number of milliseconds or text as '20s', .* not soon");
        has(run, "BadRequest: test has a name, a string, as its first argument");
        has(run, "BadRequest: describe 'd' has a plain function, not an async one");
        has(run, "BadRequest: test is called at the top level of a scenario file");
        has(run, "BadRequest: option 'args' of test 'f' is an array of strings, not one two");
    }

    @Test
    void artifacts_that_cannot_be_kept_are_no_reason_not_to_run() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        Run run = ScenarioRun.run(
                folder,
                List.of("--artifacts", "file/deeper"),
                "trouble.js",
                "test('fails', t => expect(1).toBe(2));\n" + PASSES);
        assertTrue(run.err().startsWith("gjdbg: cannot keep artifacts in file/deeper: "), run.err());
        othersRan(run, 1);
    }

    @Test
    void files_that_are_not_there_and_files_without_tests_are_wrong_usage() {
        Run missing = ScenarioRun.command(folder, List.of(), "nothing.js");
        assertEquals("gjdbg: there is no scenario file nothing.js\n", missing.err());
        assertEquals(2, missing.status());
        Run empty = ScenarioRun.run(folder, List.of(), "empty.js", "");
        assertTrue(empty.err().startsWith("gjdbg: no tests were found in empty.js; "), empty.err());
        assertEquals(2, empty.status());
        Run filtered = ScenarioRun.run(folder, List.of("--grep", "zzz"), "some.js", PASSES);
        assertEquals("gjdbg: none of the 1 tests has a name that --grep matches\n", filtered.err());
        assertEquals(2, filtered.status());
        for (List<String> wrong : List.of(
                List.of("--shard", "3/2"),
                List.of("--workers", "0"),
                List.of("--timeout", "soon"),
                List.of("--grep", "("),
                List.of("--junit", "no/such/folder/report.xml"),
                List.of("--nonsense"))) {
            Run run = ScenarioRun.run(folder, wrong, "some.js", PASSES);
            assertEquals(2, run.status(), run.out() + run.err());
            assertEquals(1, run.err().lines().count(), run.err());
        }
    }

    private Run run(String code) {
        return ScenarioRun.run(folder, List.of(), "trouble.js", code + "\n" + PASSES);
    }

    private static void has(Run run, String pattern) {
        assertTrue(Pattern.compile(pattern).matcher(run.out()).find(), pattern + "\n" + run.out() + run.err());
    }

    private static void othersRan(Run run, int failures) {
        has(run, "ok    trouble.js > passes");
        has(run, " " + failures + " failed");
        assertEquals(1, run.status());
    }

    private long left(String commandLine) {
        return Run.of(List.of("pgrep", "-f", "^" + commandLine), folder, List.of())
                .out()
                .lines()
                .count();
    }
}
