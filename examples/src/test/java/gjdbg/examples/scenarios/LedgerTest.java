package gjdbg.examples.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ten scenarios find the ten bugs of a program that is built with them, each time, and pass on the one without. How often
 * each is run is the property gjdbg.scenario.repeat: 1 in the normal run, 20 in the nightly one.
 */
class LedgerTest {
    private static final String SCENARIOS =
            Path.of("scenarios/ledger.js").toAbsolutePath().toString();
    private static final String PLANTED = "GOFLAGS=-mod=mod -tags=planted";
    private static final int TIMES = Integer.getInteger("gjdbg.scenario.repeat", 1);

    /** Each scenario, and what it has to say of its bug. */
    private static final Map<String, String> BUGS = new LinkedHashMap<>();

    static {
        BUGS.put("deposits do not overlap, so that no update is lost", "expected to be 1\n *received 2\n");
        BUGS.put("interest is paid for every month", "expected to have length 3\n *received length 2");
        BUGS.put("a refusal says why", "to be \"insufficient funds\"\n *received \"no such account\"");
        BUGS.put("no balance goes below zero", "to be \"exit\"\n *received \"breakpoint\"");
        BUGS.put("rates can be set", "the target: panic at ");
        BUGS.put("is closed once", "expected to be 1\n *received 2\n");
        BUGS.put("has each id once", "\\+   3,\n");
        BUGS.put("the vault is unlocked as often as it is locked", "expected to be 2\n *received 1\n");
        BUGS.put("the server can be stopped", "the test took longer than 2 s");
        BUGS.put("watchers end with their audit", "expected to be 0\n *received 3\n");
    }

    @TempDir
    Path folder;

    @Test
    void the_scenarios_find_every_planted_bug() {
        Run run = run(Fixtures.go("ledger", Map.of(), "1.26", Mode.NOOPT, PLANTED));
        assertEquals("", run.err());
        Map<String, Integer> found = new TreeMap<>();
        // a failure is what stands from its FAIL line to the next line at the margin
        for (String part : run.out().split("\n(?=\\S)")) {
            BUGS.forEach((name, words) -> {
                if (part.startsWith("FAIL") && part.contains("> " + name)) {
                    assertTrue(Pattern.compile(words).matcher(part).find(), part);
                    found.merge(name, 1, Integer::sum);
                }
            });
        }
        Map<String, Integer> all = new TreeMap<>();
        BUGS.keySet().forEach(name -> all.put(name, TIMES));
        assertEquals(all, found, run.out());
        assertEquals(1, run.status());
    }

    @Test
    void the_scenarios_pass_on_the_mended_program() {
        Run run = run(Fixtures.go("ledger", "1.26", Mode.NOOPT));
        int tests = TIMES * BUGS.size();
        assertTrue(run.out().contains(tests + " tests: " + tests + " passed"), run.out());
        assertEquals("", run.err());
        assertEquals(0, run.status());
    }

    @Test
    void they_find_them_in_optimised_code_of_another_release_too() {
        Run planted = run(Fixtures.go("ledger", Map.of(), "1.22", Mode.OPT, PLANTED));
        int tests = TIMES * BUGS.size();
        assertTrue(planted.out().contains(tests + " tests: " + tests + " failed"), planted.out());
        Run mended = run(Fixtures.go("ledger", "1.22", Mode.OPT));
        assertTrue(mended.out().contains(tests + " tests: " + tests + " passed"), mended.out());
    }

    private Run run(GoBinary ledger) {
        return ScenarioRun.command(
                folder, List.of(), "--target", ledger.path().toString(), "--repeat", String.valueOf(TIMES), SCENARIOS);
    }
}
