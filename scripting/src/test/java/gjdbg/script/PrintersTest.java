package gjdbg.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The printers that ship with gjdbg, against what the program itself prints of its values. */
class PrintersTest {
    private static final String SHOW = """
            import { target, format } from 'gjdbg';
            import { uuid } from 'gjdbg/stdlib/uuid';
            uuid();
            target.breakpoint('main.show');
            const { s } = target.continue().frame.args;
            const holder = s.$value.deref();
            for (const { name } of holder.type.fields) {
              const shown = format(holder.field(name)).replace(/\\n */g, ' ');
              if (name !== 'More') console.log(`${name}|${name === 'Self' ? format(s) : shown}`);
            }
            for (let i = 0; i < s.More.length; i++) {
              const { Name } = s.More[i];
              console.log(`${Name}|${format(holder.field('More').index(i).field('Value')).replace(/\\n */g, ' ')}`);
            }
            """;

    @TempDir
    Path folder;

    /** An object that throws when it is used is true all the same. */
    @Test
    void what_can_not_be_read_is_no_state() {
        List<String> lines = Scripts.run(Fixtures.go("printed", "1.26", Mode.NOOPT), folder, """
                        import { target, format } from 'gjdbg';
                        target.breakpoint('main.show');
                        const { frame } = target.continue();
                        for (const type of ['sync.Once', 'sync.Mutex', '"sync/atomic".Bool', 'time.Timer', 'time.Duration', 'http.Header'])
                          console.log(format(frame.value(`*(*${type})(0x1234)`)).replace(/at 0x.*?>/g, '…>'));
                        """)
                .lines();
        assertEquals(6, lines.size());
        for (String line : lines) {
            assertTrue(line.contains("<unreadable: cannot read"), line);
            assertTrue(!line.contains("failed") && !line.contains("(done)") && !line.contains("locked"), line);
        }
    }

    @GoProgramTest(
            program = "printed",
            modes = {Mode.NOOPT, Mode.OPT})
    void types_of_the_standard_library_read_as_Go_prints_them(GoBinary program) throws IOException {
        Map<String, String> shown = new HashMap<>();
        for (String line : Scripts.run(program, folder, SHOW).lines()) {
            shown.put(line.substring(0, line.indexOf('|')), line.substring(line.indexOf('|') + 1));
        }
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (String line : Files.readAllLines(output())) {
            String[] parts = line.split("\\|", 2);
            compared++;
            // What Go shows in no order, or not at all, is compared in parts.
            String read = shown.getOrDefault(parts[0], "");
            boolean same = parts[1].startsWith("~") ? read.contains(parts[1].substring(1)) : read.equals(parts[1]);
            if (!same) {
                wrong.add(parts[0] + " is " + parts[1] + ", not " + read);
            }
        }
        System.out.println(
                program + ": printers compared with the program: " + compared + ", disagreements: " + wrong.size());
        assertEquals("", String.join("\n", wrong));
        assertTrue(compared >= 370, "only " + compared);
    }

    @Test
    void a_printer_of_the_scripts_own_goes_first_and_raw_shows_the_plain_form() {
        GoBinary program = Fixtures.go("printed", "1.26", Mode.NOOPT);
        assertEquals(
                List.of("1h", "26h0m3.05s", "93603050000000", "tree 2 [tree 1]", "true true"),
                Scripts.run(program, folder, """
                                import { target, format, printer } from 'gjdbg';
                                target.breakpoint('main.show');
                                const { s } = target.continue().frame.args;
                                const long = s.$value.deref().field('Long');
                                const before = format(long);
                                printer('time.Duration', d => `${Math.floor(d / 3.6e12) % 25}h`);
                                console.log(long);
                                printer('time.Duration', (d, ctx) => { throw new Error('no'); });
                                console.log(before);
                                console.log(format(long, { raw: true }));
                                printer('main.tree', {
                                  summary: (t, ctx) => `tree ${t.Value}${t.Left === null ? '' : ` [${ctx.format(t.Left)}]`}`,
                                });
                                console.log(`${s.Tree}`);
                                const failed = format(long);
                                console.log(failed.startsWith('93603050000000'), failed.includes('printer failed: Error: no'));
                                """).lines());
    }

    @Test
    void a_printer_that_shows_its_own_value_gets_the_plain_form_and_an_async_one_fails_by_itself() {
        GoBinary program = Fixtures.go("printed", "1.26", Mode.NOOPT);
        assertEquals(
                List.of("true", "true", "true true", "done"),
                Scripts.run(program, folder, """
                                import { target, format, printer } from 'gjdbg';
                                target.breakpoint('main.show');
                                const { s } = target.continue().frame.args;
                                const plain = format(s.Tree);
                                printer('main.tree', tree => `${tree}`);
                                console.log(format(s.Tree) === plain);
                                printer('main.tree', tree => format(tree));
                                console.log(format(s.Tree) === plain);
                                printer('main.tree', async tree => 'later');
                                const text = format(s.Tree);
                                console.log(text.startsWith('*main.tree {'), text.includes('<printer failed: TypeError: a printer has to be a plain function'));
                                console.log('done');
                                """).lines());
    }

    @Test
    void what_an_error_of_the_programs_own_says_is_not_guessed() {
        assertEquals(
                List.of(
                        "*main.failure {msg: \"bad thing\", code: 5}",
                        "*io/fs.PathError \"open /x: <*main.failure {…}>\"",
                        "  wraps *main.failure {msg: \"bad thing\", code: 5}",
                        "*errors.joinError \"<*main.failure {…}>\\n<main.broken(true)>\"",
                        "  wraps *main.failure {msg: \"bad thing\", code: 5}",
                        "  wraps main.broken(true)",
                        "*io/fs.PathError \"read /y: at last\"",
                        "  wraps main.passing \"at last\"",
                        "    wraps *errors.errorString \"at last\""),
                Scripts.run(Fixtures.go("composed", "1.26", Mode.NOOPT), folder, """
                                import { target } from 'gjdbg';
                                target.breakpoint('main.pause');
                                const { locals } = target.continue().frame.caller;
                                for (const name of ['failed', 'opened', 'joined', 'passed']) console.log(locals[name]);
                                """)
                        .lines());
    }

    private Path output() {
        return folder.resolve("target.out");
    }
}
