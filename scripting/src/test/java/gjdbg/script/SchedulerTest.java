package gjdbg.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** target.scheduler on a program that tells itself in which order its goroutines ran, and what else was to be seen. */
class SchedulerTest {
    /** As the program prints it. */
    private static final String SEEN = """
            import { target } from 'gjdbg';
            const list = numbers => `[${numbers.join(' ')}]`;
            const minutes = milliseconds => Math.round(milliseconds / 60000);
            function seen() {
              target.breakpoint('main.checkpoint');
              target.continue();
              console.log('checkpoint 1');
              const { gomaxprocs, gc, ps: [p], ms } = target.scheduler;
              console.log(`GOMAXPROCS ${gomaxprocs} cycles ${gc.cycles}`);
              console.log(`order ${list([p.runNext, ...p.runQueue].map(goroutine => goroutine.id))}`);
              for (const { due, period, function: name, goroutine } of p.timers) {
                console.log(`timer ${minutes(due)} ${minutes(period)} ${name} ${goroutine?.id ?? 0}`);
              }
              console.log(`locked ${ms.filter(m => m.lockedTo).map(m => m.lockedTo.id).join(' ')}`);
              target.continue();
              console.log('checkpoint 2');
              const { ps: [later], globalQueue } = target.scheduler;
              const all = [later.runNext, ...later.runQueue, ...globalQueue].filter(goroutine => goroutine.entry.function === 'main.queued');
              console.log(`all ${list(all.map(goroutine => goroutine.id).sort((a, b) => a - b))}`);
            }
            """;

    @TempDir
    Path folder;

    @GoProgramTest(
            program = "scheduled",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE})
    void the_queues_tell_in_which_order_goroutines_will_run(GoBinary scheduled) throws IOException {
        List<String> seen = Scripts.run(scheduled, folder, SEEN + "seen(); target.continue();")
                .lines();
        assertEquals(Files.readAllLines(folder.resolve("target.out")), seen);
    }

    @GoProgramTest(
            program = "scheduled",
            modes = {Mode.NOOPT, Mode.OPT})
    void threads_and_processors_tell_of_one_another(GoBinary scheduled) {
        assertEquals(
                List.of("P0 runs goroutine 1", "running true", "0 idle and at work", "true"),
                Scripts.run(scheduled, folder, """
                                import { target } from 'gjdbg';
                                target.breakpoint('main.checkpoint');
                                const { thread } = target.continue();
                                const { ps: [p], ms } = target.scheduler;
                                const m = ms.find(each => each.id === p.m);
                                console.log(`P${m.p} runs goroutine ${m.goroutine.id}`);
                                console.log(p.status, m.thread.id === thread.id && p.goroutine.id === 1);
                                console.log(`${ms.filter(each => each.idle && (each.p !== null || each.spinning)).length} idle and at work`);
                                // what is in /proc are the runtime's threads, and a program without cgo has no others
                                const known = ms.map(each => each.threadId).sort((a, b) => a - b).join();
                                console.log(known === target.threads.map(each => each.id).sort((a, b) => a - b).join());
                                """).lines());
    }

    @GoProgramTest(
            program = "scheduled",
            modes = {Mode.NOOPT, Mode.OPT})
    void the_collectors_phase_is_that_of_the_function_it_is_in(GoBinary scheduled) {
        assertEquals(
                List.of("off false", "mark", "true 0", "off false 1"),
                Scripts.run(scheduled, folder, """
                                import { target } from 'gjdbg';
                                const gc = () => target.scheduler.gc;
                                target.breakpoint('main.collected');
                                target.continue();
                                console.log(gc().phase, gc().stopsTheWorld);
                                const marking = target.breakpoint('runtime.gcDrain');
                                target.continue();
                                console.log(gc().phase);
                                marking.remove();
                                const terminating = target.breakpoint('runtime.gcMarkTermination');
                                target.continue();
                                console.log(gc().stopsTheWorld, gc().stillRunning);
                                terminating.remove();
                                target.breakpoint('main.checkpoint');
                                target.continue();
                                console.log(gc().phase, gc().stopsTheWorld, gc().cycles);
                                """).lines());
    }

    @GoProgramTest(
            program = "scheduled",
            modes = {Mode.NOOPT})
    void the_report_shows_all_of_it(GoBinary scheduled) {
        String report = String.join("\n", Scripts.run(scheduled, folder, """
                        import { target } from 'gjdbg';
                        import { report } from 'gjdbg/stdlib/scheduler';
                        target.breakpoint('main.checkpoint');
                        target.continue();
                        console.log(report({ most: 3 }));
                        console.log(JSON.parse(report({ json: true })).ps[0].runQueue.length);
                        """).lines());
        assertTrue(report.startsWith("GOMAXPROCS 1: 1 P, 0 idle; "), report);
        assertTrue(report.contains("its queue, the next one first: 100 goroutines\n      goroutine "), report);
        assertTrue(report.contains("      … and 97 more\n    timer in 60.0 min: main.late\n"), report);
        assertTrue(report.contains("timer in 90.0 min, every 90.0 min: time.sendTime\n"), report);
        assertTrue(report.endsWith("\n99"), report);
    }

    @GoProgramTest(
            program = "scheduled",
            modes = {Mode.STRIPPED})
    void a_stripped_program_says_what_it_lacks(GoBinary scheduled) {
        assertEquals(List.of("Unavailable"), Scripts.run(scheduled, folder, """
                                import { target } from 'gjdbg';
                                try { target.scheduler; } catch (e) { console.log(e.name); }
                                """).lines());
    }
}
