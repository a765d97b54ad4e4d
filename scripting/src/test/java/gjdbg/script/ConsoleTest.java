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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What console.log and gjdbg.format print, with and without printers. */
class ConsoleTest {
    private static GoBinary bank;

    @TempDir
    Path folder;

    @BeforeAll
    static void build() {
        bank = Fixtures.go("bank", "1.26", Mode.NOOPT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'text'                              | text",
                "['it\\'s', -0, 10n, 1e21, null]     | [ 'it\\'s', -0, 10n, 1e+21, null ]",
                "{ a: 1, 'b-c': undefined }          | { a: 1, 'b-c': undefined }",
                "new Map([[1, { a: 2 }]])            | Map(1) { 1 => { a: 2 } }",
                "new Set(['x'])                      | Set(1) { 'x' }",
                "new Uint8Array([1, 255])            | Uint8Array(2) [ 1, 255 ]",
                "new Date(0)                         | 1970-01-01T00:00:00.000Z",
                "/a.b/gi                             | /a.b/gi",
                "new (class Point { x = 1 })()       | Point { x: 1 }",
                "Object.create(null)                 | [Object: null prototype] {}",
                "function named() {}                 | [Function: named]",
                "{ get x() { return 1; } }           | { x: [Getter] }",
                "[[[[[1]]]]]                         | [ [ [ [ [Array] ] ] ] ]",
                "(o => { o.self = o; return o; })({}) | { self: [Circular] }",
                "[]                                  | []",
            })
    void values_of_JavaScript_read_as_people_know_them(String expression, String expected) {
        assertEquals(List.of(expected), lines("console.log(" + expression + ");"));
    }

    @Test
    void more_items_than_fit_are_counted() {
        String shown = String.join(" ", lines("console.log(Array.from({ length: 1000 }, (_, i) => i));"));
        assertTrue(shown.contains("99,") && shown.contains("… 900 more") && !shown.contains("100,"), shown);
    }

    @Test
    void directives_take_the_items_that_follow() {
        assertEquals(List.of("x is 5 100% { a: 1 }"), lines("console.log('%s is %d 100%%', 'x', 5, { a: 1 });"));
    }

    @Test
    void warnings_and_errors_go_to_stderr() {
        Scripts.Outcome outcome = Scripts.run(
                bank,
                folder,
                "console.log('1'); console.info('2'); console.debug('3'); console.warn('4'); console.error('5');");
        assertEquals("1\n2\n3\n", outcome.out());
        assertEquals("4\n5\n", outcome.err());
    }

    @Test
    void objects_of_gjdbgs_own_read_as_a_person_wants_them() {
        int line = bank.line("func transfer(");
        List<String> lines = lines(
                Scripts.AT_TRANSFER + "console.log(`${stop.frame}`, stop.frame.args.from, stop.frame.args.amount);"
                        + "console.log(stop.frame.args);");
        assertEquals(
                "main.transfer at " + bank.source() + ":" + line + " *main.Account {name: \"ann\", balance: 5000} 250",
                lines.get(0));
        assertEquals(
                "{ from: *main.Account {name: \"ann\", balance: 5000}, to: *main.Account {name: \"bob\", balance: 300}, amount: 250 }",
                lines.get(1));
    }

    @Test
    void the_printer_that_was_registered_last_wins_and_serves_parts_too() {
        assertEquals(
                List.of("<ann>", "{ from: <ann>, to: <bob>, amount: 250 }", "ann 5000", "ann: { balance: 5000 }"),
                lines(Scripts.AT_TRANSFER + """
                        const { args } = stop.frame;
                        gjdbg.printer(/Acc/, account => 'first');
                        gjdbg.printer('main.Account', account => `<${account.name}>`);
                        console.log(args.from);
                        console.log(args);
                        gjdbg.printer('*main.Account', (account, context) => `${context.format(account.name)} ${account.balance}`);
                        console.log(gjdbg.format(args.from));
                        gjdbg.printer('*main.Account', {
                          summary: account => `${account.name}:`,
                          *children(account) { yield ['balance', account.balance]; },
                        });
                        console.log(args.from);
                        """));
    }

    @Test
    void a_printer_that_throws_does_not_break_the_print() {
        assertEquals(
                List.of("*main.Account {name: \"ann\", balance: 5000} <printer failed: Error: broken (script.js:2)>"),
                lines(
                        Scripts.AT_TRANSFER
                                + "gjdbg.printer('main.Account', () => { throw new Error('broken'); }); console.log(stop.frame.args.from);"));
    }

    @Test
    void format_takes_limits() {
        assertEquals(
                List.of("{ a: [Object] }", "[ 1, … 2 more ]"),
                lines(
                        "console.log(gjdbg.format({ a: { b: 1 } }, { depth: 0 })); console.log(gjdbg.format([1, 2, 3], { items: 1 }));"));
    }

    @Test
    void the_standard_scripts_trace_and_dump() {
        List<String> trace =
                lines("import { trace } from 'gjdbg/stdlib/trace'; trace('main.transfer', { when: 'amount == 40' });"
                        + " gjdbg.target.continue();");
        assertEquals(2, trace.size());
        assertTrue(trace.get(0).startsWith("g1 > main.transfer(from=*main.Account {name: \"eve\""), trace.get(0));
        assertEquals("g1 < main.transfer = null", trace.get(1));
        assertEquals(
                List.of("7f454c46  .ELF"),
                lines(
                        "import { hexdump } from 'gjdbg/stdlib/hexdump';"
                                + "const image = gjdbg.target.memory.regions.find(region => region.path === gjdbg.target.path);"
                                + "console.log(hexdump(image.start, 4).replace(/^[0-9a-f]{16}  (..) (..) (..) (..) +/, '$1$2$3$4  '));"));
    }

    private List<String> lines(String code) {
        return Scripts.run(bank, folder, code).lines();
    }
}
