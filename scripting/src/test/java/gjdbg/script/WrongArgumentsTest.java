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

/** What scripts hand over by mistake, at every function and property that can be set. */
class WrongArgumentsTest {
    private static final String AT_TRANSFER =
            "const target = gjdbg.target; const mine = target.breakpoint('main.transfer'); const stop = target.continue();\n";

    private static GoBinary bank;

    @TempDir
    Path folder;

    @BeforeAll
    static void build() {
        bank = Fixtures.go("bank", "1.26", Mode.NOOPT);
    }

    @Test
    void each_is_an_error_of_gjdbgs_and_never_one_of_Javas() {
        List<String> lines = Scripts.run(bank, folder, AT_TRANSFER + """
                const odd = [undefined, null, {}, -1, NaN, 'x', [], 2n ** 70n, 2 ** 40, 2147483647, Symbol('s'), () => 1, true, 0.5, /a[[]{/,
                  { real: 'a', imag: 1 }, ['x', {}], target, stop.frame, stop.frame.args.from, stop.frame.value('amount'), new Date(0)];
                const { frame } = stop;
                const functions = [
                  [gjdbg.fs, 'readText', 'writeText'],
                  [target, 'breakpoint', 'hook', 'on', 'eval', 'watch', 'call', 'dump', 'snapshot'],
                  [target.memory, 'read', 'write', 'readU8', 'readU16', 'readU32', 'readU64', 'readPointer', 'readCString', 'search'],
                  [target.symbols, 'function', 'functions', 'at', 'addressesOf', 'files', 'disassemble'],
                  [target.types, 'get', 'find'],
                  [frame, 'value', 'eval', 'set'],
                  [frame.value('amount'), 'field', 'index', 'deref', 'cast', 'set'],
                ];
                const foreign = new Set();
                let refused = 0;
                function attempt(what, act) {
                  try { act(); } catch (e) {
                    if (e instanceof gjdbg.GjdbgError && !/TruffleString|Exception|\\b(java|org|com|gjdbg)\\.[a-z]/.test(e.message)) refused++;
                    else foreign.add(`${what}: ${e}`);
                  }
                }
                for (const [object, ...names] of functions) for (const name of names) {
                  attempt(name, () => object[name]());
                  for (const first of odd) {
                    attempt(name, () => object[name](first));
                    // these take one argument, and with many of these list the whole program
                    if (['functions', 'files', 'find'].includes(name)) continue;
                    for (const second of [{}, -1, 'x', 2147483647, Symbol('s')]) attempt(name, () => object[name](first, second));
                  }
                }
                for (const value of odd) {
                  for (const name of ['rax', 'xmm0', 'nope']) attempt(name, () => { frame.registers[name] = value; });
                  attempt('enabled', () => { mine.enabled = value; });
                  attempt('pid', () => { target.pid = value; });
                  attempt('amount', () => { frame.args.amount = value; });
                }
                console.log([...foreign].join('; '));
                console.log(refused > 500);
                """).lines();
        assertEquals(List.of("", "true"), lines);
    }

    @Test
    void a_breakpoint_is_the_same_object_wherever_it_comes_from() {
        assertEquals(
                List.of("true true"),
                Scripts.run(
                                bank,
                                folder,
                                AT_TRANSFER
                                        + "console.log(stop.breakpoint === mine, target.breakpoints.includes(mine));")
                        .lines());
    }

    @Test
    void instructions_and_patterns_are_found_up_to_the_end_of_what_is_mapped() {
        assertEquals(
                List.of("true", "true", "MemoryFault"),
                Scripts.run(bank, folder, AT_TRANSFER + """
                        const { memory, symbols } = target;
                        const text = memory.regions.find(region => region.executable);
                        console.log(symbols.disassemble(text.end - 2n, { count: 5 }).length > 0);
                        const tail = memory.regions.find(region => region.writable);
                        memory.write(tail.end - 3n, [0xde, 0xad, 0xbe]);
                        console.log(memory.search('de ?? be', { start: tail.end - 4096n, end: tail.end }).includes(tail.end - 3n));
                        try { symbols.disassemble(1n); } catch (e) { console.log(e.name); }
                        """).lines());
    }

    @Test
    void a_condition_that_can_not_be_read_is_neither_true_nor_false() {
        GoBinary optimised = Fixtures.go("values", "1.26", Mode.OPT);
        int line = optimised.line("u=%d");
        Scripts.Outcome outcome = Scripts.run(
                optimised,
                folder,
                "const target = gjdbg.target; target.breakpoint('main.go:" + line + "', { when: f => f.args.b });\n"
                        + "target.continue(); console.log('taken for something');");
        assertEquals("", outcome.out());
        String message = outcome.failure().orElseThrow().getMessage();
        assertTrue(message.contains("Unavailable") && message.contains("optimised out"), message);
    }
}
