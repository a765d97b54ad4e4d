package gjdbg.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.Mode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps and channels as scripts see them, of both designs of maps. */
class MapValuesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1.22", "1.26"})
    void maps_have_the_members_of_JavaScripts_own(String version) {
        assertEquals(
                List.of(
                        "5 1 undefined true false",
                        ",grüße,one,three,two",
                        "0,1,2,3,5",
                        "[object Map] 5 5",
                        "=0 grüße=5 one=1 three=3 two=2",
                        "=0 grüße=5 one=1 three=3 two=2 true",
                        "5 true",
                        "true false",
                        "null"),
                run(version, """
                        const { words } = g;
                        console.log(words.size, words.get('one'), words.get('ONE'), words.has('two'), words.has('four'));
                        console.log([...words.keys()].sort().join());
                        console.log([...words.values()].sort().join());
                        const copy = new Map(words);
                        console.log(`${copy}`, copy.size, copy.get('grüße'));
                        const pairs = [];
                        for (const [k, v] of words) pairs.push(`${k}=${v}`);
                        console.log(pairs.sort().join(' '));
                        let me; const each = [];
                        words.forEach((v, k, m) => { me = m === words || m.size === 5; each.push(`${k}=${v}`); });
                        console.log(each.sort().join(' '), me);
                        console.log([...words.entries()].length, words.keys() instanceof Object);
                        const it = words.keys(); it.next();
                        console.log(typeof it.next().value === 'string', it.next().done);
                        console.log(g.none);
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.22", "1.26"})
    void keys_of_parts_are_found_by_objects_and_arrays(String version) {
        assertEquals(
                List.of(
                        "b undefined undefined undefined false",
                        "nil any undefined",
                        "a undefined a a",
                        "a undefined a",
                        "a a a undefined",
                        "a b c d c false"),
                Scripts.run(Fixtures.go("texts", version, Mode.NOOPT), folder, Grants.NONE, """
                        gjdbg.target.breakpoint('main.at');
                        const f = gjdbg.target.continue().frame.caller;
                        const { structs, nested, arrays, bytes, numbers, pointers, things, shared } = f.locals;
                        console.log(structs.get({ X: 3, Y: 4 }), structs.get({ X: 3, Y: 5 }), structs.get({ X: 3 }),
                          structs.get({ X: 3, Y: 4, Z: 5 }), structs.has([3, 4]));
                        const key = any => ({ point: { X: 1, Y: 2n }, Name: 'n', Any: any });
                        console.log(nested.get(key(null)), nested.get(key('any')), nested.get(key(1)));
                        console.log(arrays.get([1, 2]), arrays.get([1]), bytes.get([1, 2, 255]), bytes.get(new Uint8Array([1, 2, 255])));
                        console.log(numbers.get({ real: 1, imag: 2 }), numbers.get({ real: 1 }), numbers.get(numbers.keys().next().value));
                        const [pointer] = pointers.keys();
                        console.log(pointers.get(pointer), pointers.get(shared), pointers.get(f.value('*shared')), pointers.get({ X: 8, Y: 9 }));
                        console.log(things.get({ X: 1, Y: 2 }), things.get([5, 6]), things.get(shared), things.get({ real: 0, imag: 1 }),
                          things.get(f.value('shared')), things.has(() => 1));
                        """, "keyed")
                        .lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.22", "1.26"})
    void keys_of_any_type_are_found_by_what_is_equal_to_them(String version) {
        assertEquals(
                List.of(
                        "yes no undefined",
                        "3 3 undefined",
                        "4000 undefined",
                        "p7 p7 undefined",
                        "1 undefined true true",
                        "3,4,5 true",
                        "true true",
                        "2 undefined 1",
                        "true 11"),
                run(version, """
                        console.log(g.flags.get(true), g.flags.get(false), g.flags.get(1));
                        console.log(g.full.get(3), g.full.get(3n), g.full.get(3.5));
                        console.log(g.many.get(2n ** 40n * 4000n), g.many.get(-1));
                        const some = [...g.points.keys()].find(p => p.X === 7);
                        console.log(g.points.get(some).Name, g.points.get(some.$value).Name, g.points.get('p7'));
                        console.log(g.things.get('1'), g.things.get('none'), g.things.has(1.5), g.things.has(1));
                        const [list] = [...g.things].filter(([k, v]) => k && k.X === 3);
                        console.log(list[1].map(n => n + 2).join(), g.things.has(list[0]));
                        console.log(g.pointers.has(null), g.things.has(null));
                        console.log(g.nans.get(Infinity), g.nans.get(NaN), g.nans.get(0));
                        const pointer = [...g.pointers.keys()].find(p => p !== null);
                        console.log(g.pointers.size === 21, g.wideKeys.get([...g.wideKeys].find(([k, v]) => v === 11)[0]));
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.22", "1.26"})
    void JSON_has_maps_as_objects_or_as_pairs_where_keys_would_fall_together(String version) {
        assertEquals(
                List.of("no yes", "x null", "true 5", "true true", "true {\"a\":\"18446744073709551615\"}"),
                run(version, """
                        const read = map => JSON.parse(JSON.stringify(map));
                        console.log(read(g.flags).false, read(g.flags).true);
                        console.log(read(g.nested).a[1], read(g.nested).nil);
                        console.log(read(g.words)[''] === 0, read({ inside: [g.words] }).inside[0]['grüße']);
                        const points = read(g.points);
                        console.log(points.length === g.points.size, points.some(([key, value]) => key.X === 7 && value.Name === 'p7'));
                        console.log(Array.isArray(read(g.nans)), JSON.stringify({ a: 2n ** 64n - 1n }));
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.22", "1.26"})
    void channels_show_their_buffer_and_who_waits(String version) {
        assertEquals(
                List.of(
                        "3 10 false 11,22,33 3",
                        "1 3 true",
                        "2 5,6;7,8 true",
                        "3 0 undefined",
                        "42 true",
                        "bigint true",
                        "null",
                        "chan int (3/10) [11, 22, 33]",
                        "chan int (1/3, closed) [1]",
                        "chan main.named (0/0, 1 sender waits) []",
                        "[]int {11, 22, 33}"),
                run(version, """
                        const { numbers, closed, fullUp, awaited, selected, bare } = g;
                        console.log(numbers.length, numbers.capacity, numbers.closed, numbers.buffer.join(), numbers.buffer.length);
                        console.log(closed.length, closed.capacity, closed.closed);
                        const senders = fullUp.senders;
                        console.log(senders.length, senders.map(s => `${s.element.X},${s.element.Y}`).join(';'), senders[0].goroutine !== senders[1].goroutine);
                        console.log(awaited.receivers.length, awaited.senders.length, awaited.receivers[0].element);
                        console.log(selected.senders[0].element, selected.senders[0].selecting);
                        console.log(typeof senders[0].address, senders[0].address !== senders[1].address);
                        console.log(g.noChan);
                        console.log(numbers); console.log(closed); console.log(bare); console.log(numbers.buffer);
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.22", "1.26"})
    void maps_print_as_in_Go_and_bounded(String version) {
        assertEquals(
                List.of(
                        "map[bool]string {false: \"no\", true: \"yes\"}",
                        "map[int]int {}",
                        "true true",
                        "map[string]map[int]string {\"a\": map[int]string {1: \"x\"}, \"nil\": nil}"),
                run(version, """
                        const sorted = map => { const [, open, body] = /^([^{]*)\\{(.*)\\}$/.exec(`${map}`); return `${open}{${body.split(/, (?=[^}]*$|"nil)/).sort().join(', ')}}`; };
                        console.log(sorted(g.flags));
                        console.log(`${g.emptied}`);
                        const text = gjdbg.format(g.many);
                        console.log(text.startsWith('map[uint64]string {') && text.endsWith(', … 4900 more}'), gjdbg.format(g.many, { items: 5 }).endsWith(', … 4995 more}'));
                        console.log(sorted(g.nested));
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.22", "1.26"})
    void printers_apply_inside_maps_and_channels(String version) {
        assertEquals(
                List.of("true", "true", "chan main.point (2/2, 2 senders wait) [<1|2>, <3|4>]"), run(version, """
                        gjdbg.printer('main.point', p => `<${p.X}|${p.Y}>`);
                        gjdbg.printer('string', s => `“${s}”`);
                        const words = gjdbg.format(g.words), points = gjdbg.format(g.points);
                        console.log(words.startsWith('map[string]int {') && words.includes('5') && words.endsWith('}'));
                        console.log(points.includes('<7|-7>'));
                        console.log(g.fullUp);
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.22", "1.26"})
    void a_map_is_shown_as_it_is_now_and_a_walk_ends_when_the_target_runs(String version) {
        assertEquals(
                List.of(
                        "entry",
                        "true 0",
                        "BadRequest the target has run since this walk over a map began; begin it anew"),
                Scripts.run(Fixtures.go("maps", version, Mode.NOOPT), folder, """
                        const { target } = gjdbg;
                        target.breakpoint('main.main'); target.continue();
                        const words = target.globals['main.words'], rebuilt = target.globals['main.rebuilt'];
                        console.log(words.size === 5 ? 'entry' : words.size);
                        const before = rebuilt.size, walk = words.keys(); walk.next();
                        target.breakpoint('main.stop'); target.continue();
                        console.log(rebuilt.size > 50, before);
                        try { [...walk]; } catch (e) { console.log(e.name, e.message); }
                        """)
                        .lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.22", "1.26"})
    void expressions_look_keys_up_and_take_lengths(String version) {
        assertEquals(List.of("2 0 5 3 10", "yes 11 4 0", "x", "true", "true 0"), run(version, """
                        const e = text => frame.eval(text);
                        console.log(e('words["two"]'), e('words["none"]'), e('len(words)'), e('len(numbers)'), e('cap(numbers)'));
                        console.log(e('flags[true]'), e('words["one"] + 10'), e('full[2+2]'), e('len(none)'));
                        console.log(e('nested["a"][1]'));
                        try { e('words[1]'); } catch (x) { console.log(x.name === 'BadRequest'); }
                        console.log(e('none == nil'), e('none["x"]'));
                        """));
    }

    /** Runs the code at main.stop, with g for the package's variables. */
    private List<String> run(String version, String code) {
        GoBinary program = Fixtures.go("maps", version, Mode.NOOPT);
        return Scripts.run(program, folder, """
                gjdbg.target.breakpoint('main.stop');
                const frame = gjdbg.target.continue().thread.frame;
                const g = new Proxy({}, { get: (_, name) => gjdbg.target.globals['main.' + name] });
                """ + code).lines();
    }
}
