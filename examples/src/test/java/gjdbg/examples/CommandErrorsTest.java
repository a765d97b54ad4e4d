package gjdbg.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets for each thing that can be wrong, from the real command: the exit status, and one clear message. */
class CommandErrorsTest {
    @TempDir
    Path folder;

    private Path bank;
    private Path script;

    @BeforeEach
    void makeFiles() throws IOException {
        bank = Fixtures.go("bank", "1.26", Mode.NOOPT).path();
        script = script("console.log('ran');");
    }

    @Test
    void a_script_that_is_not_there() {
        unusable("there is no script no-such.js", Command.gjdbg("run", "no-such.js", bank.toString()));
    }

    @Test
    void a_script_with_a_syntax_error_is_told_before_the_target_starts() throws IOException {
        Run run = onBank("console.log('ran');\nconst = 5;");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("script.js:2:") && run.err().contains("SyntaxError"), run.err());
        assertEquals("", run.out());
    }

    @Test
    void a_script_that_throws_shows_its_own_lines_and_none_of_ours() throws IOException {
        Run run = onBank("function inner() { throw new TypeError('boom'); }\n\ninner();");
        assertEquals(1, run.status());
        assertTrue(run.err().startsWith("gjdbg: TypeError: boom\n"), run.err());
        assertTrue(run.err().contains("at inner (") && run.err().contains("script.js:1:"), run.err());
        assertTrue(run.err().contains("script.js:3:"), run.err());
        assertFalse(run.err().contains(".java"), run.err());
    }

    @Test
    void a_target_that_is_not_there() {
        unusable("there is no target ./no-such", Command.gjdbg("run", script.toString(), "./no-such"));
    }

    @Test
    void a_target_that_is_not_executable() throws IOException {
        Path plain = copyOfBank("plain");
        assertTrue(plain.toFile().setExecutable(false, false));
        unusable("is not executable", Command.gjdbg("run", script.toString(), plain.toString()));
    }

    @Test
    void a_target_that_is_no_ELF_file() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "#!/bin/sh\n");
        assertTrue(text.toFile().setExecutable(true));
        unusable("not an ELF file", Command.gjdbg("run", script.toString(), text.toString()));
    }

    @Test
    void a_target_of_32_bits() throws IOException {
        unusable("32-bit", patched("bits", 4, 1));
    }

    @Test
    void a_target_for_ARM() throws IOException {
        unusable("ARM64", patched("machine", 18, 183, 0));
    }

    @Test
    void a_target_that_is_cut_off() throws IOException {
        for (long length : new long[] {10, 63, 200, 5000, Files.size(bank) / 2}) {
            Path cut = copyOfBank("cut" + length);
            try (RandomAccessFile file = new RandomAccessFile(cut.toFile(), "rw")) {
                file.setLength(length);
            }
            Run run = Command.gjdbg("run", script.toString(), cut.toString());
            assertEquals(2, run.status(), run.err());
            assertEquals(1, run.err().lines().count(), run.err());
            assertTrue(run.err().contains("cut" + length), run.err());
        }
    }

    @Test
    void a_target_with_hostile_offsets_and_counts() throws IOException {
        unusable("truncated or malformed", patched("sections", 40, 0, 255, 255, 255, 255, 255, 255, 255));
        unusable("truncated or malformed", patched("segments", 32, 255, 255, 255, 255, 255, 255, 255, 127));
        unusable("truncated or malformed", patched("count", 60, 255, 255));
    }

    @Test
    void a_function_that_is_not_there_comes_with_suggestions() throws IOException {
        threw(
                "NotFound: no function 'main.tranfser'; did you mean main.transfer?",
                "target.breakpoint('main.tranfser');");
    }

    @Test
    void a_line_without_code() throws IOException {
        threw("no code at line 4 of main.go; the nearest line with code is", "target.breakpoint('main.go:4');");
    }

    @Test
    void a_write_to_an_address_where_nothing_is_mapped() throws IOException {
        threw("MemoryFault: cannot write 2 bytes at 0x10", "target.memory.write(0x10, [1, 2]);");
    }

    @Test
    void an_error_can_be_caught_by_its_class() throws IOException {
        Run run = onBank("""
                import { target, NotFound, GjdbgError } from 'gjdbg';
                try {
                  target.breakpoint('main.tranfser');
                } catch (e) {
                  console.log(e instanceof NotFound, e instanceof GjdbgError, e instanceof Error, e.closest[0]);
                  console.log(e.stack.includes('script.js:3'));
                }
                """);
        assertEquals("true true true main.transfer\ntrue\n", run.out());
    }

    @Test
    void wrong_usage() {
        unusable("a script and a target are wanted", Command.gjdbg("run"));
        unusable("Unknown option: '--bogus'", Command.gjdbg("run", "--bogus", script.toString(), bank.toString()));
        unusable("no process 999999", Command.gjdbg("attach", script.toString(), "999999"));
        unusable("'abc' is no process id", Command.gjdbg("attach", script.toString(), "abc"));
        unusable("a target is wanted", Command.gjdbg("repl"));
    }

    @Test
    void a_status_of_the_scripts_own() throws IOException {
        assertEquals(7, onBank("gjdbg.exit(7);").status());
    }

    @Test
    void a_script_that_only_sets_hooks_gets_one_continue() throws IOException {
        Run run = onBank("target.hook('main.transfer', { onEnter(f) { console.log(f.args.amount); } });");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("1200\n") && run.out().contains("done 4 refused 1\n"), run.out());
    }

    @Test
    void a_script_that_only_listens_to_events_gets_one_continue() throws IOException {
        Run run = onBank("target.on('exit', event => console.log('exit', event.exitCode));");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().endsWith("exit 0\n"), run.out());
    }

    @Test
    void what_is_thrown_is_told_also_when_it_is_no_Error() throws IOException {
        for (String[] each : new String[][] {
            {"throw { code: 7, reason: 'late' };", "gjdbg: the script threw { code: 7, reason: late }\n"},
            {"throw 12;", "gjdbg: 12\n"},
            {"throw new AggregateError([3, new RangeError('x')], 'both');", "gjdbg: RangeError: x\n"}
        }) {
            Run run = onBank(each[0]);
            assertEquals(1, run.status(), run.err());
            assertTrue(run.err().contains(each[1]) && !run.err().contains("internal"), run.err());
        }
    }

    @Test
    void an_await_that_never_ends_is_an_error() throws IOException {
        Run run = onBank("await null;\nconsole.log('first', target.state);\nawait new Promise(() => {});");
        assertEquals(1, run.status(), run.err());
        assertTrue(run.out().startsWith("first stopped"), run.out());
        assertTrue(run.err().contains("a promise that nothing settles"), run.err());
        assertEquals(0, onBank("await null;\nconsole.log(target.state);").status());
    }

    @Test
    void a_condition_that_throws_is_never_taken_for_false() throws IOException {
        Run run =
                onBank("target.breakpoint('main.transfer', { when: f => f.args.nothing.at.all });\ntarget.continue();");
        assertEquals(1, run.status(), run.out());
        assertTrue(run.err().contains("TypeError") && run.err().contains("script.js:2"), run.err());
    }

    private void threw(String message, String code) throws IOException {
        Run run = onBank(code);
        assertEquals(1, run.status(), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertTrue(run.err().contains("script.js:2"), run.err());
        assertFalse(run.err().contains(".java"), run.err());
    }

    /** Runs the code on the bank, with the target imported in line 1 unless the code begins with an import itself. */
    private Run onBank(String code) throws IOException {
        boolean bare = code.contains("import ") || code.contains("gjdbg.") || !code.contains("target");
        Path file = script(bare ? code : "import { target } from 'gjdbg';\n" + code);
        return Command.gjdbg("run", file.toString(), bank.toString());
    }

    private static void unusable(String message, Run run) {
        assertEquals(2, run.status(), run.err());
        assertTrue(run.err().startsWith("gjdbg: ") && run.err().contains(message), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals("", run.out());
    }

    private Run patched(String name, int offset, int... bytes) throws IOException {
        Path copy = copyOfBank(name);
        try (RandomAccessFile file = new RandomAccessFile(copy.toFile(), "rw")) {
            file.seek(offset);
            for (int each : bytes) {
                file.write(each);
            }
        }
        return Command.gjdbg("run", script.toString(), copy.toString());
    }

    private Path copyOfBank(String name) throws IOException {
        Path copy = Files.copy(bank, folder.resolve(name));
        assertTrue(copy.toFile().setExecutable(true));
        return copy;
    }

    private Path script(String code) throws IOException {
        return Files.writeString(folder.resolve("script.js"), code);
    }
}
