package gjdbg.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.script.Scripts.Outcome;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** gjdbg/stdlib/deadlock and leaks on programs with planted deadlocks and leaks, and on programs without. */
class DeadlockTest {
    private static final String START = """
            import { target } from 'gjdbg';
            import { analyse, report } from 'gjdbg/stdlib/deadlock';
            import { diff, look } from 'gjdbg/stdlib/leaks';
            """;

    /** Prints what was found as lines, without what differs from run to run. */
    private static final String SHOW = """
            const line = place => place.line;
            const words = text => text.replace(/0x[0-9a-f]+/g, '@');
            const one = each => `${each.certainty} ${words(each.waits)} at ${line(each.place)}`;
            const held = ({ holders }) => [...new Set(holders.map(({ place }) => ` held from ${line(place)}`))].sort().join('');
            const found = analyse();
            console.log([
              ...found.cycles.map(members => members.map(each => one(each) + held(each)).sort().join(' | ')),
              ...found.behind.map(each => `behind: ${one(each)}`),
              ...found.forever.map(each => `${each.count} ${one(each)}, started at ${line(each.createdBy)}`),
            ].sort().join('\\n'));
            console.log(`incomplete ${found.incomplete}, main ${found.mainWaits}`);
            const sites = [...look().sites.values()].filter(({ stuck }) => stuck > 1);
            console.log(sites.map(({ stuck, waiting, createdBy }) => `${stuck} of ${waiting} from ${line(createdBy)}`).sort().join(', '));
            """;

    @TempDir
    Path folder;

    @GoProgramTest(
            program = "stuck",
            modes = {Mode.NOOPT, Mode.OPT})
    void planted_deadlocks_are_named_with_their_lines_on_the_process_and_on_its_core(GoBinary stuck) {
        Path core = folder.resolve("core");
        Outcome live = Scripts.run(
                stuck,
                folder,
                new Grants(List.of(), List.of(folder), false),
                START + "target.breakpoint('main.ready');\ntarget.continue();\n" + SHOW + "target.dump('" + core
                        + "');",
                "accounts",
                "mutexes",
                "upgrade",
                "twice",
                "ring",
                "globalring",
                "application",
                "literals",
                "group",
                "globalgroup",
                "worker",
                "nil",
                "select",
                "nocase",
                "cond",
                "leak");
        assertEquals(expected(stuck), live.lines());
        assertEquals(
                live.lines(), Scripts.onCore(core, stuck, folder, START + SHOW).lines());
    }

    private static List<String> expected(GoBinary stuck) {
        String account = "certain to lock mutex @ at " + stuck.line("waits: account") + " held from "
                + stuck.line("locks: account");
        String ring = receives(stuck, "waits: ring");
        String upgrade = "certain to lock for writing read-write mutex @ at " + stuck.line("waits: upgrade")
                + " held from " + stuck.line("locks: table");
        List<String> cycles = List.of(
                account + " | " + account,
                locks("certain", stuck, "waits: second", "locks: second")
                        + " | "
                        + locks("certain", stuck, "waits: first", "locks: first"),
                upgrade + " | " + upgrade,
                "certain to lock mutex @ at " + stuck.line("waits: twice") + " held from " + stuck.line("locks: twice"),
                ring + " | " + ring + " | " + ring,
                receives(stuck, "waits: global ring") + " | " + receives(stuck, "waits: global ring"),
                receives(stuck, "waits: forward") + " | " + receives(stuck, "waits: backward"),
                receives(stuck, "waits: one literal") + " | " + receives(stuck, "waits: other literal"),
                "behind: certain for wait group @, whose counter is 1 at " + stuck.line("waits: shut down"),
                "likely for wait group @, whose counter is 1 at " + stuck.line("waits: boss") + " | "
                        + locks("likely", stuck, "waits: worker", "locks: boss"));
        List<String> forever = List.of(
                forever(stuck, 1, "for wait group @, whose counter is 1", "waits: group", "go waitForAll()"),
                forever(stuck, 1, "for wait group @, whose counter is 1", "waits: pending", "go waitForPending()"),
                forever(stuck, 1, "to receive from a nil channel", "waits: nil", "go receiveNil()"),
                forever(
                        stuck,
                        1,
                        "in a select: to receive from channel @, or send to channel @",
                        "waits: select",
                        "go noWayOut("),
                forever(stuck, 1, "in a select without cases", "waits: no case", "go noCase()"),
                forever(stuck, 1, "for a signal of cond @", "waits: cond", "go signalNobody("),
                forever(stuck, 10, "to send to channel @", "waits: leak", "creates: leak"));
        return Stream.concat(
                        Stream.concat(cycles.stream(), forever.stream()).sorted(),
                        Stream.of("incomplete null, main null", "10 of 10 from " + stuck.line("creates: leak")))
                .toList();
    }

    private static String receives(GoBinary stuck, String waits) {
        return "certain to receive from channel @ at " + stuck.line(waits);
    }

    private static String locks(String certainty, GoBinary stuck, String waits, String locks) {
        return certainty + " to lock mutex @ at " + stuck.line(waits) + " held from " + stuck.line(locks);
    }

    private static String forever(GoBinary stuck, int count, String what, String where, String creator) {
        return count + " certain " + what + " at " + stuck.line(where) + ", started at " + stuck.line(creator);
    }

    @GoProgramTest(
            program = "healthy",
            modes = {Mode.NOOPT, Mode.OPT})
    void programs_that_go_on_give_no_alarm_at_any_moment(GoBinary healthy) {
        List<String> lines = Scripts.run(
                        healthy, folder, Grants.NONE, START + """
                        target.breakpoint('main.ready');
                        target.continue();
                        let waiting = 0;
                        for (let i = 0; i < 8; i++) {
                          const { cycles, behind, forever, incomplete } = analyse();
                          console.log(cycles.length, behind.length, forever.length, incomplete);
                          for (const each of [...cycles.flat(), ...behind, ...forever]) console.log(each);
                          waiting = Math.max(waiting, target.goroutines.filter(each => !each.system && each.waitingOn).length);
                          target.continue({ timeout: 20 });
                        }
                        console.log(waiting > 25, report().split('\\n')[0]);
                        """, "pool", "server", "ticker", "finalizer", "dynamic")
                .lines();
        assertEquals(
                Stream.concat(
                                Stream.generate(() -> "0 0 0 null").limit(8),
                                Stream.of("true No deadlock found: each goroutine that waits can still be woken,"
                                        + " as far as can be told."))
                        .toList(),
                lines);
    }

    @GoProgramTest(program = "stuck", modes = Mode.OPT)
    void a_leak_shows_between_two_looks(GoBinary stuck) {
        List<String> lines =
                Scripts.run(stuck, folder, Grants.NONE, START + """
                        import { report as leaks } from 'gjdbg/stdlib/leaks';
                        target.breakpoint('main.ready');
                        target.continue();
                        const before = look();
                        const stop = target.continue({ timeout: 400 });
                        const [{ createdBy, before: old, after, added, ended, stuckAfter }] = diff(before, look());
                        console.log(stop.reason, createdBy.function, createdBy.line, after - old === added.length - ended.length,
                          added.length >= 4, stuckAfter >= after - 2);
                        const text = leaks({ every: 200 });
                        console.log(/Within 0.2 s:\\n\\d+ → \\d+ \\(\\d+ started, .* more that can never go on\\) of main.query at /.test(text) || text);
                        """, "leaking").lines();
        assertEquals(List.of("interrupt main.query " + stuck.line("creates: leak") + " true true true", "true"), lines);
    }

    @GoProgramTest(program = "stuck", modes = Mode.STRIPPED)
    void a_stripped_program_says_why_it_can_t_be_told(GoBinary stuck) {
        Outcome outcome = Scripts.run(
                stuck,
                folder,
                Grants.NONE,
                START
                        + "target.continue({ timeout: 300 });\ntry { report(); } catch (e) { console.log(e.name, e.message); }",
                "nil");
        assertTrue(outcome.lines().getFirst().startsWith("Unavailable "), outcome.out());
    }
}
