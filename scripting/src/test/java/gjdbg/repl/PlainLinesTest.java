package gjdbg.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The prompt without a terminal: lines from a pipe. */
class PlainLinesTest {
    @TempDir
    Path folder;

    private String out;
    private String err;

    @Test
    void lines_are_evaluated_in_one_scope_and_nothing_decorates_what_they_print() {
        int status = repl("bank", """
                const a = [1, 2, 3]
                a.map(x => x * 2)
                function twice(n) {
                  return 2 * n;
                }
                twice(21)
                'text'
                import { groups as g } from 'gjdbg/stdlib/goroutines'
                typeof g
                undefined
                """);
        assertEquals("[ 2, 4, 6 ]\n42\ntext\nfunction\n", out, err);
        assertEquals("", err);
        assertEquals(0, status);
    }

    @Test
    void words_and_JavaScript_work_on_the_same_target() {
        int status = repl("bank", """
                tb main.transfer
                c
                target.breakpoints.length
                args
                p from.balance + 1
                goroutine.id
                set amount = 7
                frame.args.amount
                up
                p len(orders)
                x/2xg $rsp
                regs
                disas main.settle
                info breakpoints
                info files main.go
                info types main.Account
                info type main.Account
                threads
                goroutines
                groups
                scheduler
                b 37
                info b
                d
                info b
                kill
                """);
        assertEquals("", err);
        assertEquals(0, status);
        List<String> lines = out.lines().toList();
        assertTrue(out.contains("=> 23  func transfer("), out);
        int stop = lines.indexOf("   26      }");
        assertEquals("0", lines.get(stop + 1), out);
        assertTrue(lines.get(stop + 2).startsWith("from = "), out);
        assertEquals(List.of("amount = 250", "5001", "1", "7", "7"), lines.subList(stop + 4, stop + 9), out);
        assertTrue(out.contains("\n5\n0x"), out);
        assertTrue(out.contains("no breakpoints; b main.main sets one"), out);
        assertTrue(out.contains("\nmain.Account\n"), out);
        assertTrue(out.contains("breakpoint 2 at "), out);
        assertTrue(out.contains("killed by SIGKILL"), out);
        assertFalse(out.contains("\u001b"), out);
    }

    @Test
    void a_line_that_throws_is_told_of_the_rest_is_done_and_the_status_is_1() {
        int status = repl("bank", "nosuch\n1 + 1\nb main.wrong\nfunction open() {\n");
        assertEquals("2\n", out);
        assertEquals(1, status);
        assertTrue(err.startsWith("ReferenceError: nosuch is not defined"), err);
        assertEquals(3, err.lines().count(), err);
    }

    @Test
    void gjdbg_exit_gives_the_status() {
        assertEquals(7, repl("bank", "gjdbg.exit(7)\nconsole.log('never')\n"));
        assertEquals("", out);
    }

    @Test
    void every_words_example_on_JavaScript_that_parses() {
        StringBuilder lines = new StringBuilder();
        for (Word word : Words.table()) {
            lines.append(".js ").append(word.example()).append('\n');
        }
        assertEquals(0, repl("bank", lines.toString()));
        assertEquals("", err);
        StringBuilder parsed = new StringBuilder();
        out.lines()
                .filter(each -> !each.startsWith("import "))
                .forEach(each ->
                        parsed.append("{ const check = () => { ").append(each).append(" } }\n"));
        assertEquals(0, repl("bank", parsed.toString()), err);
        assertEquals("", err);
    }

    @Test
    void a_launched_target_does_not_read_the_lines() {
        assertEquals(0, repl("asks", "c\n1 + 1\n"));
        assertTrue(out.contains("nothing to read: EOF"), out);
        assertTrue(out.endsWith("2\n"), out);
    }

    @Test
    void a_process_that_was_attached_lives_on() throws Exception {
        Process process = new ProcessBuilder(
                        Fixtures.go("longrun", "1.26", Mode.NOOPT).path().toString(), "-seconds", "8")
                .redirectOutput(folder.resolve("longrun.out").toFile())
                .start();
        try {
            Thread.sleep(300);
            List<String> command = Repls.gjdbg();
            command.addAll(List.of("repl", "--pid", String.valueOf(process.pid())));
            assertEquals(0, run(command, "b main.tick\nc\nbt 1\n"));
            assertTrue(out.contains("* 0  main.tick at "), out + err);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            // its own status, after it has counted its ticks
            assertTrue(Files.readString(folder.resolve("longrun.out")).lines().count() > 1);
        } finally {
            process.destroyForcibly();
        }
    }

    private int repl(String program, String lines) {
        List<String> command = Repls.gjdbg();
        command.add("repl");
        command.add(Fixtures.go(program, "1.26", Mode.NOOPT).path().toString());
        return run(command, lines);
    }

    private int run(List<String> command, String lines) {
        try {
            Path in = Files.writeString(folder.resolve("lines"), lines);
            Process process = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(folder.resolve("out").toFile())
                    .redirectError(folder.resolve("err").toFile())
                    .start();
            assertTrue(process.waitFor(120, TimeUnit.SECONDS));
            out = Files.readString(folder.resolve("out"));
            err = Files.readString(folder.resolve("err"));
            return process.exitValue();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
