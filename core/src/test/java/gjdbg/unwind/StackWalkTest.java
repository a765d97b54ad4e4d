package gjdbg.unwind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.session.Condition;
import gjdbg.session.LiveSession;
import gjdbg.session.Stop;
import gjdbg.session.StopReason;
import gjdbg.target.TargetThread;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Holds walked stacks against what the program itself prints with runtime.Stack. */
class StackWalkTest {
    @TempDir
    Path folder;

    @GoProgramTest(
            program = "stacks",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE, Mode.CGO, Mode.STRIPPED})
    void stacks_are_what_the_program_prints(GoBinary stacks) throws IOException {
        compare(stacks);
    }

    @GoProgramTest(
            program = "generics",
            since = "1.18",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE, Mode.STRIPPED})
    void stacks_of_generic_functions_are_what_the_program_prints(GoBinary generics) throws IOException {
        compare(generics);
    }

    @GoProgramTest(
            program = "callbacks",
            modes = {Mode.CGO})
    void stacks_through_C_are_what_the_program_prints(GoBinary callbacks) throws IOException {
        compare(callbacks);
    }

    @GoProgramTest(
            program = "walks",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE, Mode.CGO, Mode.STRIPPED})
    void stacks_through_what_the_compiler_adds_are_what_the_program_prints(GoBinary walks) throws IOException {
        compare(walks);
    }

    private void compare(GoBinary binary) throws IOException {
        List<Walked> walked = new ArrayList<>();
        try (LiveSession session = launch(binary)) {
            session.addBreakpoint(Where.parse("main.checkpoint"), Condition.ALWAYS);
            for (Stop stop = session.resume(); !stop.ended(); stop = session.resume()) {
                assertEquals(StopReason.BREAKPOINT, stop.reason());
                TargetThread thread = stop.thread().orElseThrow();
                long id = session.goRuntime()
                        .orElseThrow()
                        .goroutineOf(thread)
                        .orElseThrow()
                        .id();
                walked.add(new Walked(id, shown(session.frames(thread))));
            }
        }
        List<PrintedStack> printed = new ArrayList<>(PrintedStack.all(Files.readString(folder.resolve("out"))));
        // two goroutines may print in another order than they stop in
        printed.sort(Comparator.comparingLong(PrintedStack::goroutine));
        walked.sort(Comparator.comparingLong(Walked::goroutine));
        assertTrue(printed.size() > 1, "the program printed " + printed.size() + " stacks");
        int frames = 0;
        int disagreements = Math.abs(printed.size() - walked.size());
        StringBuilder differences = new StringBuilder();
        for (int i = 0; i < Math.min(printed.size(), walked.size()); i++) {
            frames += printed.get(i).frames().size();
            Walked each = walked.get(i);
            if (!printed.get(i).frames().equals(each.frames()) || printed.get(i).goroutine() != each.goroutine()) {
                disagreements++;
                differences
                        .append("\nprinted ")
                        .append(printed.get(i))
                        .append("\nwalked  ")
                        .append(each);
            }
        }
        System.out.println(binary + ": frames compared: " + frames + ", disagreements: " + disagreements);
        assertEquals(0, disagreements, differences.toString());
    }

    private record Walked(long goroutine, List<String> frames) {}

    /** The walked frames as runtime.Stack shows them: without the runtime's own, and with the line of the checkpoint left out. */
    private static List<String> shown(Iterable<Frame> frames) {
        List<String> shown = new ArrayList<>();
        for (Frame frame : frames) {
            String function = frame.position().function();
            if (function.equals("runtime.gopanic")) {
                function = "panic";
            } else if (function.startsWith("runtime.") || function.indexOf('.') < 0) {
                continue;
            }
            String line = function.equals("main.checkpoint")
                    ? ""
                    : ":" + frame.position().line();
            shown.add(function + " " + Path.of(frame.position().file()).getFileName() + line);
        }
        return shown;
    }

    private LiveSession launch(GoBinary binary) {
        return LiveSession.launch(LaunchRequest.of(binary.path()).withStdout(folder.resolve("out")));
    }
}
