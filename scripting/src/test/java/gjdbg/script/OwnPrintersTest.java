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
    void a_value_that_its_own_part_or_it_itself_would_print_again_ends() {
        assertEquals(
                List.of(
                        "main.point {X: 5, Y: 6} and main.point {X: 5, Y: 6}",
                        "[]main.point {<cycle> 1, <cycle> 3, <cycle> 5}",
                        "true",
                        "N1 (N2 (<cycle>))",
                        "{ next: { next: <cycle> } }"),
                lines("""
                        printer('main.point', p => `${p} and ${p}`);
                        console.log(locals.p);
                        printer('main.point', (p, ctx) => `${ctx.parent} ${p.X}`);
                        console.log(locals.points);
                        console.log(format(locals).includes('points: []main.point {<cycle> 1, <cycle> 3, <cycle> 5}'));
                        printer('main.ring', (r, ctx) => `N${r.N} (${ctx.format(r.Next)})`);
                        console.log(locals.round);
                        printer('main.ring', { *children(r) { yield ['next', r.Next]; } });
                        console.log(locals.round);
                        """));
    }

    @Test
    void printers_that_show_each_other_without_end_take_no_endless_time() {
        assertEquals(List.of("true"), lines("""
                        let shown = 0;
                        printer('main.ring', r => { shown++; return [1, 2, 3].map(() => `${new Map([[r, frame.value('points')]])}${frame.locals.points}`).join(); });
                        printer('main.point', p => [1, 2, 3].map(() => { shown++; return `${frame.locals.round}${frame.locals.shapes}`; }).join());
                        printer('main.circle', c => [1, 2, 3].map(() => { shown++; return `${frame.locals.text}${frame.locals.points}`; }).join());
                        printer('main.pair', c => [1, 2, 3].map(() => { shown++; return `${frame.locals.round}${frame.locals.anything}`; }).join());
                        format(locals.round);
                        console.log(shown > 10 && shown < 100_000);
                        """));
    }

    @Test
    void the_parent_is_the_value_that_scripts_see_at_every_depth() {
        assertEquals(List.of("3 of 3", "main.circle R=3", "main.circle R=3"), lines("""
                        printer('main.point', (p, ctx) => `${ctx.parent.length} of 3`);
                        console.log(format(frame.value('points'), { items: 1 }).match(/3 of 3/)[0]);
                        printer('main.point', (p, ctx) => `main.circle R=${ctx.parent.R}`);
                        for (const shown of [frame.value('shapes'), locals.shapes]) console.log(format(shown).match(/main.circle R=3/)[0]);
                        """));
    }

    @Test
    void a_printer_gets_the_form_without_itself_of_the_value_that_it_prints() {
        assertEquals(
                List.of(
                        "C *main.circle {Center: *main.point {X: 5, Y: 6}, R: 3}",
                        "D C *main.circle {Center: *main.point {X: 5, Y: 6}, R: 3} D C nil",
                        "&*main.point {X: 5, Y: 6}",
                        "ERR main.failure {msg: \"bad thing\", code: 5}",
                        "2 ERR main.failure {msg: \"bad thing\", code: 5}",
                        "[]main.point {p1 main.point {X: 1, Y: 2}, p3 main.point {X: 3, Y: 4}, p5 main.point {X: 5, Y: 6}}",
                        "[ 5, p5 main.point {X: 5, Y: 6} ]",
                        "main.point {X: 5, Y: 6} main.point {X: 5, Y: 6}"),
                lines("""
                        printer('*main.circle', (c, ctx) => `C ${ctx.format(c)}`);
                        console.log(locals.shapes[0]);
                        printer('*main.circle', (c, ctx) => `D ${ctx.format(ctx.handle)}`);
                        console.log(locals.shapes[0], frame.value('(*circle)(nil)'));
                        printer(/^\\*main\\.point/, (v, ctx) => `&${v === null ? 'nil' : ctx.format(v)}`);
                        console.log(frame.value('shapes[0].(*circle).Center'));
                        printer('error', (e, ctx) => `ERR ${ctx.format(ctx.handle.deref().deref())}`);
                        console.log(locals.failed);
                        printer('error', (e, ctx) => `2 ${ctx.format(e)}`);
                        console.log(locals.failed);
                        printer('main.point', p => p);
                        printer('main.point', (p, ctx) => `p${p.X} ${ctx.format(p)}`);
                        console.log(locals.points);
                        printer('main.point', p => [p.X, p]);
                        console.log(locals.p);
                        printer('main.point', (p, ctx) => `${ctx.format(p, { raw: true })} ${ctx.format(ctx.handle, { raw: true })}`);
                        console.log(locals.p);
                        """));
    }

    @Test
    void what_is_a_primitive_to_scripts_has_the_form_without_the_printer_too() {
        assertEquals(List.of("about 1m30s", "90000000000", "<main.green (1)>", "'<1>'"), lines("""
                        printer('time.Duration', (d, ctx) => `about ${ctx.format(d)}`);
                        console.log(frame.value('wait'));
                        console.log(locals.wait);
                        printer('main.colour', (c, ctx) => `<${ctx.format(c)}>`);
                        console.log(frame.value('tone'));
                        printer('main.colour', c => `'<${c}>'`);
                        console.log(frame.value('tone'));
                        """));
    }

    @Test
    void nothing_that_a_printer_throws_or_returns_breaks_the_print() {
        String plain = "main.point {X: 5, Y: 6} ";
        assertEquals(
                List.of(
                        plain + "<printer failed: [Object: null prototype] {}>",
                        plain + "<printer failed: it threw what has no text>",
                        plain + "<printer failed: { why: 1 }>",
                        plain + "<printer failed: Error: no (script.js:9)>",
                        plain + "<printer gave nothing>",
                        plain + "<printer gave nothing>",
                        "{ a: 1 }",
                        plain
                                + "<printer failed: TypeError: children are pairs, as ['name', value], not 1 (script.js:6)>",
                        "none {}",
                        "true"),
                lines("""
                        const show = print => { printer('main.point', print); console.log(locals.p); };
                        show(() => { throw Object.create(null); });
                        show(() => { throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } }); });
                        show(() => { throw { why: 1 }; }); show(() => { throw new Error('no'); });
                        show(() => {});
                        show({ summary() {} });
                        show(function* () { yield ['a', 1]; });
                        show({ children: () => [1] });
                        show({ summary: () => 'none', children: () => null });
                        printer('main.point', () => { throw Object.create(null); });
                        const { groups } = target.snapshot().goroutines;
                        const all = groups.flatMap(each => each.frames).flatMap(each => each.locals ?? []);
                        console.log(all.some(each => each.name === 'p' && each.value.includes('printer failed')));
                        """));
    }

    @Test
    void children_end_at_the_limits() {
        assertEquals(
                List.of("p { a: q { b: p {…} } }", "p { a: *main.ring {…} }", "p { 0: 0, 1: 1, … } 3"), lines("""
                        printer('main.point', { summary: () => 'p', *children() { yield ['a', frame.value('round')]; } });
                        printer('main.ring', { summary: () => 'q', *children() { yield ['b', frame.value('points[0]')]; } });
                        console.log(format(locals.p, { depth: 1 }));
                        printer('main.ring', { *children() { yield ['b', 1]; } });
                        console.log(format(locals.p, { depth: 0 }));
                        let drawn = 0;
                        printer('main.point', { summary: () => 'p', *children() { for (let i = 0; ; i++) { drawn++; yield [i, i]; } } });
                        console.log(format(locals.p, { items: 2 }), drawn);
                        """));
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
    void what_is_misspelt_in_a_printer_or_a_print_is_named_with_what_was_meant() {
        assertEquals(
                List.of(
                        "a printer has no option 'sumary'; did you mean 'summary'?",
                        "a print has no option 'dept'; did you mean 'depth'?",
                        "option 'depth' of a print is a number, 0 or more, not 'x'",
                        "option 'items' of a print is a whole number, 0 or more, not -1",
                        "the options of a print are an object, as { depth: 5 }, not 5",
                        "a printer is for a type: its name, or a regular expression over names"),
                lines("""
                        for (const act of [
                          () => printer('main.point', { *children() {}, sumary() {} }),
                          () => format(1, { dept: 3 }),
                          () => format(1, { depth: 'x' }),
                          () => format([1], { items: -1 }),
                          () => format([1], 5),
                          () => printer(' ', () => ''),
                        ]) console.log(refused(act).replace('BadRequest: ', ''));
                        """));
    }
}
