package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.Fixtures;
import gjdbg.unwind.Frame;
import gjdbg.value.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments that optimised C does not keep are what the callers passed, as the program printed before it called. */
class CEntryValuesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-gdwarf-5", "-gdwarf-4"})
    void arguments_are_those_that_were_passed(String format) throws IOException {
        Path output = folder.resolve("output");
        List<List<String>> read = new ArrayList<>();
        LaunchRequest request =
                LaunchRequest.of(Fixtures.c("centry", "-O2", "-g", format)).withStdout(output);
        try (LiveSession session = LiveSession.launch(request)) {
            session.addBreakpoint(Where.parse("reached"), Condition.ALWAYS);
            for (Stop stop = session.resume(); !stop.ended(); stop = session.resume()) {
                List<String> shown = new ArrayList<>();
                for (Frame frame : session.frames(stop.thread().orElseThrow())) {
                    if (frame.position().function().equals("main")) {
                        break;
                    }
                    for (Variable variable : session.variables(frame).arguments()) {
                        shown.add(frame.position().function() + " " + variable.name() + "=" + variable.value());
                    }
                }
                read.add(shown);
            }
        }
        List<String> printed = Files.readAllLines(output);
        String[] direct = printed.get(0).split(" ");
        assertEquals(List.of("direct " + direct[0], "direct " + direct[1]), read.get(0));
        assertEquals(List.of("pointed " + printed.get(1)), read.get(1));
        assertEquals(List.of("pointed " + printed.get(2)), read.get(2));
        List<String> recursion = new ArrayList<>();
        for (int n = 0; n <= Integer.parseInt(printed.get(3).substring(2)); n++) {
            recursion.add("deeper n=" + n);
        }
        assertEquals(recursion, read.get(3));
        // main called another function, which jumped to this one: its arguments are not direct's
        assertEquals(2, read.get(4).size());
        for (String argument : read.get(4)) {
            assertTrue(argument.contains("<unreadable: it was optimised out"), argument);
        }
        System.out.println(format + ": " + (recursion.size() + 6) + " arguments compared, 0 disagreements");
    }
}
