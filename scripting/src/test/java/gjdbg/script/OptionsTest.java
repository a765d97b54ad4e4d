package gjdbg.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Mode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options whose names are misspelt: each would be left out without a word, and a breakpoint be without its condition. */
class OptionsTest {
    @TempDir
    Path folder;

    @Test
    void each_is_named_with_what_was_meant() {
        assertEquals(
                List.of(
                        "a breakpoint has no option 'whne'; did you mean 'when'?",
                        "a hook has no option 'onEntr'; did you mean 'onEnter'?",
                        "continue() has no option 'timeuot'; did you mean 'timeout'?",
                        "trace() has no option 'variable'; did you mean 'variables'?",
                        "disassemble() has no option 'counts'; did you mean 'count'?",
                        "a range has no option 'from'; there are start, end",
                        "a snapshot has no option 'frame'; did you mean 'frames'?",
                        "a trace has no option 'prnit'; did you mean 'print'?",
                        "groups() has no option 'stat'; did you mean 'state'?"),
                Scripts.run(Fixtures.go("bank", "1.26", Mode.NOOPT), folder, """
                        import { target } from 'gjdbg';
                        import { trace } from 'gjdbg/stdlib/trace';
                        import { groups } from 'gjdbg/stdlib/goroutines';
                        target.breakpoint('main.transfer');
                        const { frame } = target.continue();
                        for (const act of [
                          () => target.breakpoint('main.main', { whne: () => false }),
                          () => target.hook('main.main', { onEntr() {} }),
                          () => target.continue({ timeuot: 5 }),
                          () => frame.thread.trace({ variable: true }),
                          () => target.symbols.disassemble('main.main', { counts: 5 }),
                          () => target.memory.search('x', { from: 1 }),
                          () => target.snapshot({ frame: 1 }),
                          () => trace('main.main', { prnit: 1 }),
                          () => groups({ stat: 'waiting' }),
                        ]) {
                          try { act(); console.log('taken'); } catch (e) { console.log(e.message); }
                        }
                        """)
                        .lines());
    }

    @Test
    void a_hooks_handlers_may_have_members_of_their_own() {
        assertEquals(
                List.of("5 calls"),
                Scripts.run(Fixtures.go("bank", "1.26", Mode.NOOPT), folder, """
                        import { target } from 'gjdbg';
                        const counter = { calls: 0, onEnter() { counter.calls++; } };
                        target.hook('main.transfer', counter);
                        target.continue();
                        console.log(`${counter.calls} calls`);
                        """)
                        .lines());
    }
}
