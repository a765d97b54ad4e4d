package gjdbg.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** gjdbg/stdlib/goroutines on a program that has one goroutine for each way to wait. */
class GoroutineGroupsTest {
    @TempDir
    Path folder;

    @GoProgramTest(
            program = "parked",
            modes = {Mode.NOOPT, Mode.OPT})
    void goroutines_of_one_stack_are_one_group_and_filters_pick_them(GoBinary parked) {
        assertEquals(
                List.of(
                        "1 chan send (nil chan): main.sendNil",
                        "1 sync.Cond.Wait: main.waitCond",
                        "true true",
                        "1 waiting (select (no cases))",
                        "true"),
                Scripts.run(parked, folder, """
                                import { target } from 'gjdbg';
                                import { groups, report } from 'gjdbg/stdlib/goroutines';
                                target.breakpoint('main.checkpoint');
                                target.continue();
                                for (const [name] of [['main.sendNil'], ['main.waitCond']]) {
                                  const [{ count, waitReason, stack }] = groups({ function: name });
                                  console.log(`${count} ${waitReason}: ${stack.find(frame => frame.startsWith('main.')).split(' ')[0]}`);
                                }
                                const waiting = groups({ state: 'waiting' });
                                console.log(waiting.length > 15, waiting.every(group => group.status === 'waiting' && group.count === group.ids.length));
                                const lines = [];
                                lines.push(...report({ state: 'select (no cases)' }).split('\\n'));
                                console.log(lines[1].replace(/:.*/, ''));
                                console.log(lines.at(-1).startsWith('    created by main.main '));
                                """).lines());
    }

    @GoProgramTest(
            program = "parked",
            modes = {Mode.NOOPT, Mode.OPT})
    void a_trace_is_the_frames_as_text(GoBinary parked) {
        assertEquals(
                List.of("0 of many differ", "2"),
                Scripts.run(parked, folder, """
                                import { target } from 'gjdbg';
                                target.breakpoint('main.checkpoint');
                                target.continue();
                                const all = [...target.goroutines];
                                const differ = all.filter(g => g.trace() !== g.frames().join('\\n'));
                                console.log(`${differ.length} of ${all.length > 20 ? 'many' : all.length} differ`);
                                console.log(all[0].trace(2).split('\\n').length);
                                """).lines());
    }

    @GoProgramTest(
            program = "gallery",
            modes = {Mode.NOOPT, Mode.OPT})
    void a_trace_with_variables_shows_each_as_format_does(GoBinary program) {
        assertEquals(
                List.of("same", "some variables", "1", "2", "some"),
                Scripts.run(program, folder, """
                                import { target } from 'gjdbg';
                                target.breakpoint('main.show');
                                const { thread, goroutine } = target.continue();
                                const line = (frame, name) =>
                                  `      ${name} = ${gjdbg.format(frame.value(name)).replaceAll('\\n', '\\n      ')}`;
                                const shown = [];
                                for (const frame of thread.frames()) {
                                  shown.push(`${frame}`);
                                  for (const name of Object.keys(frame.args)) shown.push(line(frame, name));
                                  for (const name of Object.keys(frame.locals)) {
                                    if (!(name in frame.args)) shown.push(line(frame, name));
                                  }
                                }
                                const text = thread.trace({ variables: true });
                                console.log(text === shown.join('\\n') ? 'same' : `${text} is not ${shown.join('\\n')}`);
                                console.log(shown.length > thread.frames().length ? 'some variables' : 'no variables');
                                console.log(thread.trace(1).split('\\n').length);
                                console.log(goroutine.trace({ most: 2 }).split('\\n').length);
                                gjdbg.printer('int', () => 'some');
                                console.log(thread.trace({ variables: true }).match(/Left: nil, Right: nil, Value: (\\w+)/)[1]);
                                """).lines());
    }
}
