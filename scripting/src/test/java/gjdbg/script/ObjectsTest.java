package gjdbg.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.Mode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The objects that scripts see, on a real program. */
class ObjectsTest {
    private static GoBinary bank;

    @TempDir
    Path folder;

    @BeforeAll
    static void build() {
        bank = Fixtures.go("bank", "1.26", Mode.NOOPT);
    }

    @Test
    void the_module_and_the_global_have_the_same_names() {
        assertEquals(
                List.of("true true"),
                lines("import * as module from 'gjdbg'; import standard from 'gjdbg';"
                        + "const same = Object.keys(gjdbg).every(name => module[name] === gjdbg[name]);"
                        + "console.log(same, standard === gjdbg);"));
    }

    @Test
    void values_read_as_the_table_of_the_contract_says() {
        assertEquals(
                List.of("ann 5000 string number", "250 true", "name,balance", "null undefined 1", "undefined"),
                lines(Scripts.AT_TRANSFER + """
                        const { from, amount } = stop.frame.args;
                        console.log(from.name, from.balance, typeof from.name, typeof from.balance);
                        console.log(amount, amount === 250);
                        console.log(Object.keys(from).join());
                        target.breakpoints[0].remove();
                        target.hook('main.transfer', { onReturn(f, results) {
                          if (!this.done) { console.log(results[0], results[1], results.length); console.log(f.args.from.nothing); }
                          return 'stop';
                        }});
                        target.continue();
                        """));
    }

    @Test
    void a_handle_tells_all_of_a_value() {
        assertEquals(
                List.of(
                        "int true null 8 250",
                        "*main.Account pointer main.Account struct",
                        "name string 0,balance int 16",
                        "ann 5000",
                        "251 251"),
                lines(Scripts.AT_TRANSFER + """
                        const amount = stop.frame.value('amount');
                        console.log(amount.type.name, amount.readable, amount.error, amount.bytes.length, amount.js);
                        const from = stop.frame.args.from.$value;
                        console.log(from.type.name, from.type.kind, from.deref().type.name, from.deref().type.kind);
                        console.log(from.deref().type.fields.map(f => `${f.name} ${f.type.name} ${f.offset}`).join());
                        console.log(from.field('name').js, from.deref().field('balance').js);
                        amount.set(251);
                        console.log(stop.frame.args.amount, target.eval('amount'));
                        """));
    }

    @Test
    void registers_are_BigInts_that_can_be_written() {
        assertEquals(List.of("bigint true", "7 18446744073709551615", "true"), lines(Scripts.AT_TRANSFER + """
                        const registers = stop.thread.registers;
                        console.log(typeof registers.rip, registers.rip === stop.frame.pc);
                        const saved = registers.r15;
                        registers.r15 = 7n;
                        const small = registers.r15;
                        registers.r15 = 0xffffffffffffffffn;
                        console.log(`${small} ${registers.r15}`);
                        registers.r15 = saved;
                        console.log([...registers].some(([name, value]) => name === 'rsp' && value === registers.rsp));
                        """));
    }

    @Test
    void memory_takes_addresses_as_number_BigInt_and_text() {
        assertEquals(
                List.of("Uint8Array 8 true true", "true", "1 2 255", "BadRequest", "true"),
                lines(Scripts.AT_TRANSFER + """
                        const rsp = stop.thread.registers.rsp, memory = target.memory;
                        const bytes = memory.read(rsp, 8);
                        const same = other => memory.read(other, 8).every((byte, i) => byte === bytes[i]);
                        console.log(bytes.constructor.name, bytes.length, same(Number(rsp)), same('0x' + rsp.toString(16)));
                        console.log(memory.readU64(rsp) === new DataView(bytes.buffer).getBigUint64(0, true));
                        memory.write(rsp - 64n, new Uint8Array([1, 2, 255]));
                        console.log(...memory.read(rsp - 64n, 3));
                        try { memory.read('12zz', 1); } catch (e) { console.log(e.name); }
                        const code = target.symbols.function('main.main').address;
                        const head = Array.from(memory.read(code, 12), b => b.toString(16).padStart(2, '0')).join(' ');
                        console.log(memory.search(head, { start: code - 4096n, end: code + 4096n }).includes(code));
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NotFound", "MemoryFault", "BadRequest", "Unavailable", "TargetGone"})
    void errors_have_classes_of_their_own_and_name_the_scripts_line(String kind) {
        String code = """
                const target = gjdbg.target;
                const provoke = {
                  NotFound: () => target.breakpoint('main.transfr'),
                  MemoryFault: () => target.memory.read(16, 4),
                  BadRequest: () => target.breakpoint(true),
                  Unavailable: () => target.watch('x'),
                  TargetGone: () => { target.kill(); target.continue(); },
                };
                try { provoke.%1$s(); } catch (e) {
                  console.log(e instanceof gjdbg.%1$s, e instanceof gjdbg.GjdbgError, e instanceof Error, e.name);
                  console.log(/script\\.js:[3-7]:/.test(e.stack.split('\\n')[1]), e.stack.includes('.java'));
                  console.log(e.closest ? e.closest.join() : '');
                }
                """.formatted(kind);
        assertEquals(
                List.of("true true true " + kind, "true false", kind.equals("NotFound") ? "main.transfer" : ""),
                lines(code));
    }

    @Test
    void this_is_one_object_for_each_call() {
        assertEquals(List.of("250 true", "500 true", "1200 true", "40 true", "9000 true"), lines("""
                        let last;
                        gjdbg.target.hook('main.transfer', {
                          onEnter(f) { this.amount = f.args.amount; this.fresh = this !== last; last = this; },
                          onReturn(f) { console.log(this.amount, this.fresh); },
                        });
                        gjdbg.target.continue();
                        """));
    }

    @Test
    void conditions_are_functions_or_expressions_and_mean_the_same() {
        assertEquals(List.of("2 2 5"), lines("""
                        let byFunction = 0, byText = 0, all = 0;
                        gjdbg.target.hook('main.transfer', { when: f => f.args.amount > 1000, onEnter() { byFunction++; } });
                        gjdbg.target.hook('main.transfer', { when: 'amount > 1000', onEnter() { byText++; } });
                        gjdbg.target.hook(/^main\\.trans/, { onEnter() { all++; } });
                        gjdbg.target.continue();
                        console.log(byFunction, byText, all);
                        """));
    }

    @Test
    void a_frame_is_gone_when_the_target_has_run() {
        assertEquals(List.of("BadRequest true", "BadRequest true", "TargetGone"), lines(Scripts.AT_TRANSFER + """
                        const { frame, goroutine } = stop;
                        let kept;
                        target.hook('main.transfer', { onReturn(f) { kept = f; } });
                        target.breakpoints[0].remove();
                        target.continue();
                        for (const gone of [frame, kept]) {
                          try { gone.args.amount; } catch (e) { console.log(e.name, e.message.includes('gone')); }
                        }
                        try { goroutine.next(); } catch (e) { console.log(e.name); }
                        """));
    }

    @Test
    void a_goroutine_is_stepped_again_and_again_through_the_object_of_the_first_stop() {
        List<String> steps = lines(Scripts.AT_TRANSFER
                + "const g = stop.goroutine; for (let i = 0; i < 3; i++) console.log(g.next().frame.line);"
                + " console.log(g.frame.function);");
        List<String> expected = new ArrayList<>();
        for (String text : List.of("if from.balance < amount", "from.balance -= amount", "to.balance += amount")) {
            expected.add(Integer.toString(bank.line(text)));
        }
        expected.add("main.transfer");
        assertEquals(expected, steps);
    }

    @Test
    void exit_ends_the_script_wherever_it_is_and_nothing_of_it_runs_after() {
        for (String code : List.of(
                "try { gjdbg.exit(3); } catch (e) { console.log('caught'); } finally { console.log('finally'); }",
                "gjdbg.target.hook('main.transfer', { onEnter() { gjdbg.exit(3); } }); gjdbg.target.continue(); console.log('on');",
                "await null; gjdbg.exit(3); console.log('on');")) {
            Scripts.Outcome outcome = Scripts.run(bank, folder, code);
            assertEquals(OptionalInt.of(3), outcome.status());
            assertEquals("", outcome.out());
        }
    }

    @Test
    void rejections_that_nothing_handles_are_errors() {
        for (String code : List.of("Promise.reject(new Error('lost'));", "await Promise.reject(new Error('lost'));")) {
            assertEquals(
                    "Error: lost",
                    Scripts.run(bank, folder, code).failure().orElseThrow().getMessage());
        }
    }

    @Test
    void async_functions_are_refused_as_handlers_and_conditions() {
        for (String handlers : List.of(
                "{ async onEnter() { await null; } }",
                "{ async onReturn() { await null; } }",
                "{ when: async f => false, onEnter() { console.log('taken for true'); } }")) {
            Scripts.Outcome outcome = Scripts.run(
                    bank, folder, "gjdbg.target.hook('main.transfer', " + handlers + "); gjdbg.target.continue();");
            assertTrue(outcome.failure().orElseThrow().getMessage().contains("not async ones"), outcome.out());
            assertEquals("", outcome.out());
        }
    }

    @Test
    void all_goroutines_are_listed_and_those_of_the_stop_are_of_the_same_kind() {
        assertEquals(List.of("true true running waiting main.main", "main.main", "BadRequest"), lines("""
                        const t = gjdbg.target;
                        t.breakpoint('main.main');
                        const { goroutine, thread } = t.continue();
                        const all = t.goroutines;
                        const main = [...all].find(each => each.id === 1);
                        const parked = all.find(each => each.system && each.waitReason !== null);
                        console.log(all.length > 3, main.thread.id === thread.id, goroutine.status, parked.status, main.frame.function);
                        console.log(main.frames()[0].goroutine.frame.function);
                        goroutine.next();
                        try { all[0].id; } catch (e) { console.log(e.name); }
                        """));
    }

    @Test
    void what_this_version_has_not_got_says_so() {
        assertEquals(List.of("2"), lines("""
                        const t = gjdbg.target;
                        let named = 0;
                        for (const each of [() => t.watch('x'), () => t.call('f')]) {
                          try { each(); } catch (e) {
                            if (e instanceof gjdbg.Unavailable && e.message.includes('not in this version')) named++;
                          }
                        }
                        console.log(named);
                        """));
    }

    private List<String> lines(String code) {
        return Scripts.run(bank, folder, code).lines();
    }
}
