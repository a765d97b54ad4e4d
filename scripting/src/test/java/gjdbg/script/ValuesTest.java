package gjdbg.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of each kind, as the contract's table has them in JavaScript. */
class ValuesTest {
    private static GoBinary values;

    @TempDir
    Path folder;

    @BeforeAll
    static void build() {
        values = Fixtures.go("values", "1.26", Mode.NOOPT);
    }

    @Test
    void integers_are_numbers_where_that_is_exact_and_BigInts_past_that() {
        assertEquals(
                List.of(
                        "true boolean",
                        "-42 number",
                        "-128 number",
                        "4000000000 number",
                        "-9223372036854775808 bigint",
                        "18446744073709551615 bigint",
                        "true true"),
                at("main.basics", """
                        for (const name of ['b', 'i', 'i8', 'u32', 'i64', 'u64']) console.log(`${args[name]}`, typeof args[name]);
                        console.log(args.u64 > 5, args.i64 < -5);
                        """));
    }

    @Test
    void floats_are_numbers_and_complex_ones_have_two_parts() {
        assertEquals(
                List.of("1.5 " + -Math.PI, "1 -2", "0.25 10000000000", "36.6 3 19990 3735928559"),
                at("main.floats", """
                        console.log(args.f32, args.f64);
                        console.log(args.c64.real, args.c64.imag);
                        console.log(args.c128.real, args.c128.imag);
                        console.log(args.t, args.d, args.r, args.p);
                        """));
    }

    @Test
    void slices_and_arrays_are_sequences() {
        assertEquals(
                List.of("3 1 3 undefined", "2,4,6", "1,2,3 2,3", "6", "a,b", "true", "100"), at("main.texts", """
                        const { numbers, letters } = args;
                        console.log(numbers.length, numbers[0], numbers[2], numbers[3]);
                        console.log(numbers.map(n => n * 2).join());
                        console.log([...numbers].join(), numbers.slice(1).join());
                        let sum = 0; for (const n of numbers) sum += n; console.log(sum);
                        console.log(letters.join());
                        console.log(numbers.filter(n => n > 1).length === 2);
                        numbers[0] = 100; console.log(numbers[0]);
                        """));
    }

    @Test
    void strings_interfaces_and_functions() {
        assertEquals(
                List.of("Grüße, 世界\\n", "true", "null", "it failed", "error *errors.errorString", "main.twice true"),
                at("main.texts", """
                        console.log(args.s.replace('\\n', '\\\\n'));
                        console.log(args.empty === '');
                        console.log(args.none);
                        console.log(args.err.s);
                        console.log(args.err.$value.type.name, args.err.$value.dynamicType.name);
                        console.log(args.f.name, args.f.file.endsWith('main.go') && args.f.line > 0);
                        """));
    }

    @Test
    void structs_have_their_fields_and_the_promoted_ones() {
        assertEquals(
                List.of("first 7 9 deep 0.5 y", "true", "null", "1 -2", "first first", "8"), at("main.structs", """
                        const { r, v, missing } = args;
                        console.log(r.Name, r.ID, r.Depth, r.note, r.Ratio, r.Tags[1]);
                        console.log(r.base.ID === r.ID);
                        console.log(missing);
                        console.log(v.Nested.A, v.Nested.B);
                        console.log(r.Self.Self.Name, stop.frame.eval('r.Self.Self.Name'));
                        stop.frame.set('r.ID', 8); console.log(r.ID);
                        """));
    }

    @Test
    void what_can_not_be_read_prints_as_such_and_throws_when_it_is_used() {
        assertEquals(List.of("<unreadable: true", "false true", "Unavailable true"), at("main.structs", """
                        stop.frame.value('r').set(0x10);
                        const bad = stop.frame.args.r;
                        const name = bad.$value.deref().field('Name');
                        console.log(`${name}`.slice(0, 12), true);
                        console.log(name.readable, name.error.length > 0);
                        try { bad.Name.length; } catch (e) { console.log(e.name, e instanceof gjdbg.Unavailable); }
                        """));
    }

    @Test
    void expressions_are_those_of_Go_and_their_errors_show_the_column() {
        assertEquals(
                List.of(
                        "8 true 0.5 127 2",
                        "first true",
                        "10 20",
                        "null",
                        "BadRequest|column 7 of the expression: a value of type *main.record has no field 'Nmae';"
                                + " did you mean Name?|  1 + r.Nmae|        ^",
                        "BadRequest|column 10 of the expression: a string's bytes can't be changed; set the whole string",
                        "a function too"),
                at("main.structs", """
                        const { frame } = stop;
                        const all = ['r.ID + 1', 'r.Self == r && !(missing != nil)', 'float64(r.Ratio)', 'v.Nested.B - 127',
                          'len(r.Tags[1:])'];
                        console.log(...all.map(e => frame.eval(e)));
                        console.log(frame.eval('(*record)(unsafe.Pointer(r)).Name'), frame.eval('*r == v'));
                        frame.set('r.ID', 10); frame.set('r.base.ID', frame.eval('uint32(r.ID) * 2'));
                        console.log(frame.eval('r.ID / 2'), frame.eval('r.ID'));
                        frame.set('r.Self', null); console.log(frame.eval('r.Self'));
                        const lines = f => { try { f(); } catch (e) { return `${e.name}|${e.message.replaceAll('\\n', '|')}`; } };
                        console.log(lines(() => frame.eval('1 + r.Nmae')));
                        console.log(lines(() => frame.set('r.Tags[0][0]', 65)).replace(/[|] .*/, ''));
                        console.log(frame.eval('main.twice').name === 'main.twice' ? 'a function too' : 'no');
                        """));
    }

    @Test
    void a_text_of_any_length_is_set_in_stops_and_hooks_and_shared_bytes_stay() throws IOException {
        GoBinary texts = Fixtures.go("texts", "1.26", Mode.NOOPT);
        List<String> lines = Scripts.run(texts, folder, """
                        const { target } = gjdbg;
                        const at = target.breakpoint('main.at');
                        const f = target.continue().frame.caller;
                        f.set('s', 'longer than before'); f.set('constant', f.locals.s); f.set('n.Name', 'näher');
                        console.log(f.locals.s, f.locals.t, f.locals.u, f.locals.m.get('abcde'), f.locals.constant, f.locals.n.Name);
                        f.set('list', new Uint8Array([65, 66, 255])); f.set('numbers', [0.5, 1, f.value('numbers[0]')]);
                        f.set('flags', [true]); f.set('runes', ['x', 0x4e16]); f.set('n.Tags', 'ab');
                        console.log([...f.locals.list].join(), f.locals.numbers.join(), f.locals.flags[0], f.locals.runes.join());
                        console.log([...f.locals.n.Tags].join(), f.locals.numbers.length, f.locals.numbers.capacity);
                        f.set('list', []); console.log(f.locals.list.length);
                        const told = (...a) => { try { f.set(...a); console.log('set'); } catch (e) { console.log(e.message); } };
                        told('pointers', [null]); told('numbers', [1, 'x']); told('s', 'x'.repeat(2 ** 24 + 1)); told('s', 5);
                        told('s', () => 1); told('s', f); told('s', new Date()); told('numbers', [undefined]);
                        let hits = 0;
                        target.hook('main.handled', { onEnter(g) { hits++; g.set('name', `set ${g.args.n} ${'x'.repeat(40000)}`); } });
                        target.continue();
                        console.log(hits);
                        at.remove(); target.continue();
                        """).lines();
        assertEquals(
                List.of(
                        "longer than before abcde bc 1 longer than before näher",
                        "65,66,255 0.5,1,1 true 120,19990",
                        "97,98 3 3",
                        "0",
                        "only slices of numbers and booleans can be made, for the program's garbage collector does not look at"
                                + " what gjdbg makes; set elements of type *int one by one, or the slice to another one",
                        "element 1: a value of type float64 can't be set to the string \"x\"",
                        "a value of 16777217 bytes is longer than the 16777216 that can be set",
                        "a value of type string can't be set to 5",
                        "a function is no value of the program",
                        "a frame is no value of the program",
                        "",
                        "undefined is no value of the program; nil is null",
                        "100"),
                lines.stream()
                        .map(line -> line.endsWith("Z is no value of the program") ? "" : line)
                        .toList());
        assertEquals(
                "good [25 25 25 25]",
                Files.readAllLines(folder.resolve("target.out")).get(2));
    }

    @Test
    void strings_are_whole_however_long_they_are() {
        GoBinary texts = Fixtures.go("texts", "1.26", Mode.NOOPT);
        assertEquals(
                List.of("3145729 3145729 false", "b false true", "3145729 true", "1 2", "aaa"),
                Scripts.run(texts, folder, """
                        const { target } = gjdbg;
                        target.breakpoint('main.at');
                        const f = target.continue().frame.caller;
                        const long = 'a'.repeat(3 * 2 ** 20);
                        f.set('s', long + 'a'); f.set('t', long + 'b');
                        console.log(f.locals.s.length, f.locals.t.length, f.locals.s === f.locals.t);
                        console.log(f.locals.t.at(-1), f.eval('s == t'), f.eval('s == s'));
                        console.log(f.value('s').js.length, /^"a+…?".*bytes/.test(`${f.value('s')}`) || `${f.value('s')}`.length < 1000);
                        // the map's key, in the pages of a map's group
                        const key = f.locals.m.keys().next().value;
                        console.log(f.locals.m.get(key), new Map([[f.locals.s, 1], [f.locals.t, 2]]).size);
                        console.log(f.eval('s[:3]'));
                        """).lines());
    }

    @Test
    void lengths_for_which_there_is_no_memory_make_no_sense() {
        GoBinary texts = Fixtures.go("texts", "1.26", Mode.NOOPT);
        List<String> lines = Scripts.run(texts, folder, """
                        const { target, format } = gjdbg;
                        target.breakpoint('main.at');
                        const f = target.continue().frame.caller;
                        const word = n => [0, 8, 16, 24, 32, 40, 48, 56].map(bit => Number(BigInt(n) >> BigInt(bit) & 255n));
                        const start = f.value('numbers').address;
                        target.memory.write(start + 8n, [...word(2 ** 40), ...word(2 ** 41)]);
                        console.log(`${f.value('numbers')}`);
                        try { f.locals.numbers.map(n => n); } catch (e) { console.log(e.name); }
                        target.memory.write(start + 8n, [...word(2 ** 46), ...word(2 ** 46)]);
                        console.log(`${f.value('numbers')}`);
                        target.memory.write(start, [...word(2n ** 60n), ...word(3), ...word(3)]);
                        console.log(`${f.value('numbers')}`);
                        target.memory.write(f.value('s').address + 8n, word(2 ** 44));
                        console.log(`${f.value('s')}`);
                        """).lines();
        assertEquals(
                List.of(
                        "<unreadable: its length of 1099511627776 makes no sense: at 0x: the program has no memory for that many"
                                + " elements of 8 bytes>",
                        "Unavailable",
                        "<unreadable: its length of 70368744177664 makes no sense: at 0x: the program has no memory for that many"
                                + " elements of 8 bytes>",
                        "<unreadable: its length of 3 makes no sense: at 0x: the program has no memory for that many elements of 8"
                                + " bytes>",
                        "<unreadable: its length of 17592186044416 makes no sense: at 0x: the program has no memory for that many"
                                + " bytes>"),
                lines.stream()
                        .map(line -> line.replaceAll("0x[0-9a-f]+", "0x:"))
                        .toList());
    }

    @Test
    void JSON_has_cycles_and_what_is_too_deep_marked() {
        GoBinary texts = Fixtures.go("texts", "1.26", Mode.NOOPT);
        List<String> lines =
                Scripts.run(texts, folder, Grants.NONE, """
                        const { target, format } = gjdbg;
                        target.breakpoint('main.at');
                        const f = target.continue().frame.caller;
                        const { ring, long, any, own, queue, builder, twice } = f.locals;
                        for (const each of [ring, any, own, queue, twice]) console.log(JSON.stringify(each));
                        console.log(JSON.stringify(builder));
                        console.log(JSON.stringify(long).length < 10000, JSON.stringify(long).includes('main.link {…}'));
                        console.log(Object.keys(ring).join(), JSON.stringify({ ring: ring.Next }), JSON.stringify(ring, ['N']));
                        console.log(format(long, { depth: 100000 }).length > 1000);
                        """, "around").lines();
        assertEquals(
                List.of(
                        "{\"N\":1,\"Next\":{\"N\":2,\"Next\":\"<cycle>\"}}",
                        "[1,\"<cycle>\"]",
                        "{\"a\":null,\"b\":\"<cycle>\"}",
                        "{\"length\":1,\"capacity\":2,\"closed\":false,\"buffer\":[\"<cycle>\"],\"receivers\":[],\"senders\":[]}",
                        "[{\"N\":7,\"Next\":null},{\"N\":7,\"Next\":null}]",
                        "{\"addr\":\"<cycle>\",\"buf\":[116,101,120,116]}",
                        "true true",
                        "N,Next {\"ring\":{\"N\":2,\"Next\":{\"N\":1,\"Next\":\"<cycle>\"}}} {\"N\":1}",
                        "true"),
                lines);
    }

    @Test
    void structs_and_arrays_are_set_to_objects_and_arrays_all_or_nothing() throws IOException {
        GoBinary texts = Fixtures.go("texts", "1.26", Mode.NOOPT);
        List<String> lines =
                Scripts.run(texts, folder, Grants.NONE, """
                        const { target } = gjdbg;
                        target.breakpoint('main.at');
                        const f = target.continue().frame.caller;
                        const told = (...a) => { try { f.set(...a); console.log('set'); } catch (e) { console.log(e.message); } };
                        f.set('p', { Y: 60 }); f.set('a', [70, 80n, f.value('a[2]')]); f.set('words', ['1', 'näher']);
                        f.set('s', f.locals.other);
                        f.set('w', { Name: 'n', Tags: 'tags', At: { X: 1, Y: 2 }, Sides: [{ X: 3 }, f.value('p')], Name2: f.locals.words[0],
                          On: true, C: { real: 1, imag: -2 }, B: 'A', R: '世', Any: null, To: f.value('p') });
                        told('p', { X: 1, Z: 2 }); told('p', { X: 1, Y: 'y' }); told('a', [1, 2]); told('a', [1, 2, 'x']);
                        told('w', { At: { X: 9, Y: 2n ** 70n } }); told('w', { Sides: [{ X: 9 }, { Y: null }] }); told('p', {}); told('p', 5);
                        told('w.B', 'é'); told('w.B', '世'); told('w.B', 'AB'); told('w.Any', { X: 1 }); told('c', { real: 'a', imag: 1 });
                        const round = {}; round.At = round; told('w', round); const deep = {}; deep.At = { X: 1 }; told('w', deep);
                        target.continue();
                        """, "composed").lines();
        assertEquals(
                List.of(
                        "a value of type main.point has no field 'Z'",
                        "field Y: a value of type int can't be set to the string \"y\"",
                        "a value of type [3]int has 3 elements and can't be set to 2",
                        "element 2: a value of type int can't be set to the string \"x\"",
                        "field At: field Y: 1180591620717411303424 does not fit into int, which holds -9223372036854775808 to"
                                + " 9223372036854775807",
                        "field Sides: element 1: field Y: a value of type int can't be set to nil",
                        "{} is no value of the program",
                        "a value of type main.point can only be set to another one of its type or to an object of its fields",
                        "set",
                        "19990 does not fit into uint8, which holds 0 to 255",
                        "a value of type uint8 can't be set to the string \"AB\"",
                        "a value of type interface {} can only be set to nil or to another one of its type",
                        "a value of type complex128 is set to { real, imag }, both of them numbers",
                        "what is given has more than 100 objects in one another",
                        "set"),
                lines);
        assertEquals(
                List.of(
                        "{5 60} [70 80 9] [1 näher] other other (0+1i)",
                        "n [116 97 103 115] {1 2} [{3 0} {5 60}] 1 true (1-2i) 233 19990 <nil> {5 60}"),
                Files.readAllLines(folder.resolve("target.out")));
    }

    @Test
    void literals_of_structs_and_arrays_are_values_to_look_at_to_compare_with_and_to_set() {
        assertEquals(
                List.of("7  Depth,note", "main.inner {Depth: 7, note: \"\"}", "true 2,3", "3 -1", "new 0 null"),
                at("main.structs", """
                        const { frame } = stop;
                        const made = frame.eval('inner{Depth: 7}');
                        console.log(made.Depth, made.note, Object.keys(made).join());
                        console.log(`${made}`);
                        console.log(frame.eval('*r.inner == inner{r.Depth, r.note}'), [...frame.eval('[]int{1, 2, 3}[1:]')].join());
                        frame.set('v.Nested', frame.value('struct{A int8; B int8}{3, -1}'));
                        console.log(args.v.Nested.A, args.v.Nested.B);
                        frame.set('v', frame.value('record{Name: "new"}'));
                        console.log(args.v.Name, args.v.Nested.A, args.v.Self);
                        """));
    }

    @Test
    void types_have_methods_and_a_reflect_Value_leads_to_what_it_holds() {
        GoBinary family = Fixtures.go("family", "1.26", Mode.NOOPT);
        List<String> lines = Scripts.run(family, folder, """
                        gjdbg.target.breakpoint('main.reflected');
                        const { frame } = gjdbg.target.continue();
                        const { types } = gjdbg.target;
                        console.log(types.get('*errors.errorString').methods.join(), types.get('main.wide').methods.length);
                        console.log(types.get('*os.File').methods.includes('Write'), types.get('os.File').methods.includes('Write'));
                        console.log(frame.value('i').deref().js, frame.value('st').deref().field('A').js);
                        console.log(frame.value('p').deref().type.name, frame.value('p').deref().js.B);
                        """).lines();
        assertEquals(List.of("Error 0", "true false", "42 1", "*main.two true"), lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.22", "1.26"})
    void closures_of_generic_functions_have_captured_what_the_source_says(String version) {
        GoBinary generic = Fixtures.go("instances", version, Mode.NOOPT);
        List<String> lines = Scripts.run(generic, folder, """
                        gjdbg.target.breakpoint('main.at', { when: f => /^main.escape\\[[^\\]]*\\]$/.test(f.caller.function) });
                        console.log(Object.keys(gjdbg.target.continue().frame.caller.locals.f.captured).sort().join());
                        """).lines();
        assertEquals(List.of("w,x,y,z"), lines);
    }

    @Test
    void a_frames_value_is_that_of_an_expression_too() {
        assertEquals(
                List.of("int8 number", "\"first\"", "true", "no variable 'mising'; did you mean missing?", "true"),
                at("main.structs", """
                        const { frame } = stop;
                        console.log(frame.value('v.Nested.B').type.name, typeof frame.value('v.Nested.B').js);
                        console.log(frame.value('r.Self.Name'));
                        console.log(frame.value('&r.Name').js === args.r.Name);
                        const said = text => { try { frame.value(text); } catch (e) { return e.message; } };
                        console.log(said('mising').split('\\n')[0]);
                        console.log(said('r.nope').startsWith('column 3'));
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.17", "1.26"})
    void packages_go_by_their_names_and_by_their_paths_dots_and_all(String version) {
        GoBinary packages = Fixtures.go("packages", version, Mode.NOOPT);
        List<String> lines = Scripts.run(packages, folder, """
                        import { format, printer, target } from 'gjdbg';
                        target.breakpoint('example.org/packages/yaml.v3.(*Node).Decode');
                        const { frame } = target.continue();
                        console.log(format(frame.args.n));
                        for (const e of ['yaml.Default.Text', 'yaml.Kind(4)', 'n.Kind == yaml.Sequence', 'yaml.Most',
                          '"example.org/packages/yaml.v3".Default.Text', 'example.org/packages/yaml.v3.Default.Text[1:]',
                          'example.org/packages/yaml%2ev3.Most/2', 'n.Kind/example.org/packages/yaml.v3.Kind(2)', '(*yaml.Node)(nil) == nil']) console.log(frame.eval(e));
                        frame.set('yaml.Default.Text', frame.value('n.Text'));
                        console.log(target.globals['example.org/packages/yaml.v3.Default'].Text);
                        console.log(target.types.get('example.org/packages/yaml.v3.Node').fields.length);
                        printer('example.org/packages/yaml.v3.Node', node => `<${node.Text}>`);
                        console.log(frame.args.n);
                        """).lines();
        assertEquals(
                List.of(
                        "*example.org/packages/yaml.v3.Node {Kind: yaml.Sequence (2), Text: \"list\"}",
                        "default",
                        "4",
                        "true",
                        "7",
                        "default",
                        "efault",
                        "3",
                        "1",
                        "true",
                        "list",
                        "2",
                        "<list>"),
                lines);
    }

    @Test
    void names_that_may_mean_several_things_or_nothing_say_so() {
        GoBinary packages = Fixtures.go("packages", "1.26", Mode.NOOPT);
        List<String> lines = Scripts.run(packages, folder, """
                        import { target } from 'gjdbg';
                        target.breakpoint('example.org/packages/yaml.v3.(*Node).Decode');
                        const frame = target.continue().frame.caller;
                        for (const e of ['util.OnlyA', '"example.org/packages/b/util".Where', 'util.Where', 'util.Thing{}', 'mixed.ID', 'mixed.right.ID',
                          'mixd', 'main.mixd', 'z', 'both']) {
                          try {
                            console.log(frame.eval(e));
                          } catch (error) {
                            console.log(error.message.split('\\n')[0]);
                          }
                        }
                        """).lines();
        assertEquals(
                List.of(
                        "only a",
                        "b",
                        "util.Where is in several packages: example.org/packages/a/util.Where, example.org/packages/b/util.Where;"
                                + " name the one, as in \"example.org/packages/a/util\".Where",
                        "util.Thing is in several packages: example.org/packages/a/util.Thing, example.org/packages/b/util.Thing;"
                                + " name the one, as in \"example.org/packages/a/util\".Thing",
                        "column 7 of the expression: the selector 'ID' is ambiguous: several embedded fields of a main.both have"
                                + " one; select it through the one that is meant",
                        "2",
                        "no variable 'mixd'; did you mean main.mixed?",
                        "no variable, constant or function 'main.mixd'; did you mean main.mixed?",
                        "no variable 'z'",
                        "no variable 'both'; it is a type, and both(x) converts to it"),
                lines.subList(0, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.17", "1.26"})
    void names_are_shown_as_in_Go_and_taken_as_the_linker_escapes_them_too(String version) {
        GoBinary packages = Fixtures.go("packages", version, Mode.NOOPT);
        List<String> lines = Scripts.run(packages, folder, """
                        import { format, printer, target } from 'gjdbg';
                        const path = 'example.org/packages/yaml';
                        for (const dot of ['.', '%2e']) {
                          const type = `${path}${dot}v3.Node`;
                          console.log(target.types.get(type).name, target.types.get(`*${type}`).methods.join());
                          console.log(target.symbols.function(`${path}${dot}v3.(*Node).Decode`).name);
                          console.log(target.globals[`${path}${dot}v3.Default`].Text);
                          target.breakpoint(`${path}${dot}v3.(*Node).Decode`).remove();
                          printer(type, node => `<${dot} ${node.Text}>`);
                          console.log(format(target.globals[`${path}${dot}v3.Default`]));
                        }
                        printer(/yaml%2ev3.Node$/, node => `/${node.Text}/`);
                        console.log(format(target.globals[`${path}.v3.Default`]));
                        printer(/yaml[.]v3[.]Node$/, node => `/plain ${node.Text}/`);
                        console.log(format(target.globals[`${path}.v3.Default`]));
                        console.log(target.breakpoint(/yaml.v3.*Decode/).locations[0].function);
                        const { frame } = target.continue();
                        console.log(frame.function, frame.args.n.$value.type.name, frame.value('Kind(2)').type.name);
                        for (const e of ['Default.Text', 'Kind(4)', 'Most', 'Node{Text: "x"} == *n']) console.log(frame.eval(e));
                        """).lines();
        assertEquals(
                List.of(
                        "example.org/packages/yaml.v3.Node Decode",
                        "example.org/packages/yaml.v3.(*Node).Decode",
                        "default",
                        "<. default>",
                        "example.org/packages/yaml.v3.Node Decode",
                        "example.org/packages/yaml.v3.(*Node).Decode",
                        "default",
                        "<%2e default>",
                        "/default/",
                        "/plain default/",
                        "example.org/packages/yaml.v3.(*Node).Decode",
                        "example.org/packages/yaml.v3.(*Node).Decode *example.org/packages/yaml.v3.Node"
                                + " example.org/packages/yaml.v3.Kind",
                        "default",
                        "4",
                        "7",
                        "false"),
                lines);
    }

    @Test
    void frames_tell_what_they_have_deferred() {
        GoBinary defers = Fixtures.go("defers", "1.26", Mode.OPT);
        List<String> lines = Scripts.run(defers, folder, """
                        gjdbg.target.breakpoint('main.inner');
                        const { frame } = gjdbg.target.continue();
                        console.log(frame.deferred.length, frame.caller.deferred.map(f => f.name).join());
                        """).lines();
        assertEquals(List.of("0 main.three.deferwrap1,main.second,main.first"), lines);
    }

    /** Runs the code at the function's entry, with its stop and args. */
    private List<String> at(String function, String code) {
        String start = """
                gjdbg.target.breakpoint('%s');
                const stop = gjdbg.target.continue();
                const args = stop.frame.args;
                """.formatted(function);
        return Scripts.run(values, folder, start + code).lines();
    }
}
