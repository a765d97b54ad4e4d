package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gjdbg.breakpoint.Where;
import gjdbg.error.Unavailable;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import gjdbg.unwind.Frame;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/** What hooks are told of results is what the program prints of them. */
class ResultsTest {
    /** Go 1.17 records it as a variable alone where nothing is optimised. */
    private static final String ON_THE_HEAP = "main.f6:";

    @TempDir
    Path folder;

    @GoProgramTest(
            program = "results",
            modes = {Mode.NOOPT, Mode.OPT})
    void named_results_are_told_as_the_program_prints_them(GoBinary program) throws Exception {
        List<String> seen = new ArrayList<>();
        Path output = folder.resolve("output");
        try (LiveSession session =
                LiveSession.launch(LaunchRequest.of(program.path()).withStdout(output))) {
            session.addHook(new Where.FunctionsMatching(Pattern.compile("^main\\.f\\d$")), new HookHandler() {
                @Override
                public boolean accepts(Frame frame) {
                    return true;
                }

                @Override
                public Verdict entered(Invocation call, Frame frame) {
                    return Verdict.GO_ON;
                }

                @Override
                public boolean wantsReturn() {
                    return true;
                }

                @Override
                public Verdict returned(Invocation call, Frame frame, Supplier<List<Value>> results) {
                    seen.add(told(frame, results));
                    return Verdict.GO_ON;
                }
            });
            assertEquals(StopReason.EXIT, session.resume().reason());
        }
        List<String> printed = Files.readAllLines(output);
        boolean old = program.version().equals("1.17");
        List<Integer> compared = IntStream.range(0, printed.size())
                .filter(i ->
                        !old || program.mode() == Mode.NOOPT && !printed.get(i).startsWith(ON_THE_HEAP))
                .boxed()
                .toList();
        assertEquals(printed.size(), seen.size());
        assertEquals(
                compared.stream().map(printed::get).toList(),
                compared.stream().map(seen::get).toList());
        if (old && program.mode() == Mode.NOOPT) {
            assertEquals(
                    3,
                    seen.stream()
                            .filter(ON_THE_HEAP.concat(" not recorded")::equals)
                            .count());
        }
    }

    private static String told(Frame frame, Supplier<List<Value>> results) {
        StringBuilder text = new StringBuilder(frame.position().function()).append(":");
        try {
            for (Value result : results.get()) {
                boolean interfaced = result.read() instanceof Reading.Interface;
                text.append(' ').append(interfaced ? "error" : result);
            }
        } catch (Unavailable e) {
            text.append(" not recorded");
        }
        return text.toString();
    }
}
