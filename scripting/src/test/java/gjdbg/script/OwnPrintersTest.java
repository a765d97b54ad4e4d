package gjdbg.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.Mode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Printers that scripts register, and what they do by mistake. */
class OwnPrintersTest {
    private static final String AT_PAUSE = """
            import { target, format, printer } from 'gjdbg';
            target.breakpoint('main.pause');
            const frame = target.continue().frame.caller;
            const { locals } = frame;
            const refused = act => { try { act(); return 'taken'; } catch (e) { return `${e}`; } };
            """;

    private static GoBinary composed;

    @TempDir
    Path folder;

    @BeforeAll
    static void build() {
        composed = Fixtures.go("composed", "1.26", Mode.NOOPT);
    }

    private Scripts.Outcome run(String code) {
        return Scripts.run(composed, folder, AT_PAUSE + code);
    }

    private List<String> lines(String code) {
        return run(code).lines();
    }

    @Test
    void names_are_taken_as_Go_programmers_write_them() {
        Scripts.Outcome outcome = run("""
                for (const name of ['[]byte', '[]rune', ' main.pair[string, any]', 'main.local', 'main.colour ']) printer(name, () => name.trim());
                for (const name of ['bytes', 'runes', 'anything', 'in', 'tone']) console.log(format(frame.value(name)));
                printer('main.pair', p => `pair of ${p.Key}`);
                console.log(locals.text, locals.anything);
                const { types } = target;
                console.log(types.get('[]byte').name, types.get('any').name, types.get('main.pair[string, any]').name, types.get('main.local').size);
                console.log(frame.value('bytes').cast('[]byte').type.name);
                console.log(refused(() => types.get('main.pair')));
                """);
        assertEquals(
                List.of(
                        "[]byte",
                        "[]rune",
                        "main.pair[string, any]",
                        "main.local",
                        "main.colour",
                        "pair of a pair of b",
                        "[]uint8 interface {} main.pair[string,interface {}] 8",
                        "[]uint8",
                        "NotFound: no type 'main.pair'; did you mean main.pair[string,int], main.pair[string,interface {}]?"),
                outcome.lines());
        assertEquals("", outcome.err());
    }

    @Test
    void a_name_of_no_type_is_told_of_once() {
        Scripts.Outcome outcome = run("""
                import { uuid } from 'gjdbg/stdlib/uuid';
                uuid();
                printer('main.piont', () => '');
                printer('main.piont', () => '');
                printer('point', () => '');
                printer('github.com/some/mod.point', () => '');
                printer(/^main\\.piont/, () => '');
                console.log(`${locals.p}`, locals.p);
                """);
        assertEquals(List.of("main.point {X: 5, Y: 6} main.point {X: 5, Y: 6}"), outcome.lines());
        List<String> told = outcome.err().lines().toList();
        assertEquals(3, told.size(), outcome.err());
        for (int i = 0; i < 3; i++) {
            String name =
                    List.of("main.piont", "point", "github.com/some/mod.point").get(i);
            String line = told.get(i);
            assertTrue(
                    line.startsWith("gjdbg: the printer for '" + name + "' has nothing to print: no type '" + name
                            + "'; did you mean main.point"),
                    line);
        }
    }

    @Test
    void what_is_misspelt_in_a_printer_is_named_with_what_was_meant() {
        assertEquals(
                List.of(
                        "a printer has no option 'sumary'; did you mean 'summary'?",
                        "a printer is for a type: its name, or a regular expression over names"),
                lines("""
                        for (const act of [
                          () => printer('main.point', { *children() {}, sumary() {} }),
                          () => printer(' ', () => ''),
                        ]) console.log(refused(act).replace('BadRequest: ', ''));
                        """));
    }
}
