package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gjdbg.breakpoint.Where;
import gjdbg.error.Unavailable;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import gjdbg.unwind.Frame;
import gjdbg.value.Value;
import gjdbg.value.Variable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

class SessionValuesTest {
    private static String kind(Supplier<List<Value>> results) {
        try {
            return results.get().getFirst().read().getClass().getSimpleName();
        } catch (Unavailable e) {
            return "not recorded";
        }
    }

    @GoProgramTest(
            program = "settable",
            modes = {Mode.NOOPT})
    void locals_come_in_the_order_of_their_declarations(GoBinary program) {
        try (LiveSession session = LiveSession.launch(LaunchRequest.of(program.path()))) {
            session.addBreakpoint(Where.parse("main.looked"), Condition.ALWAYS);
            Iterator<Frame> frames =
                    session.frames(session.resume().thread().orElseThrow()).iterator();
            frames.next();
            assertEquals(
                    List.of("number", "half", "text", "list"),
                    session.variables(frames.next()).locals().stream()
                            .map(Variable::name)
                            .toList());
        }
    }

    @GoProgramTest(
            program = "bank",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE, Mode.CGO})
    void hooks_see_arguments_and_results(GoBinary bank) {
        List<String> seen = new ArrayList<>();
        try (LiveSession session = LiveSession.launch(LaunchRequest.of(bank.path()))) {
            session.addHook(Where.parse("main.transfer"), new HookHandler() {
                @Override
                public boolean accepts(Frame frame) {
                    return true;
                }

                @Override
                public Verdict entered(Invocation call, Frame frame) {
                    seen.add(session.variables(frame).evaluate("from.name") + " -> "
                            + session.variables(frame).evaluate("to.name") + " "
                            + session.variables(frame).find("amount").orElseThrow());
                    return Verdict.GO_ON;
                }

                @Override
                public boolean wantsReturn() {
                    return true;
                }

                @Override
                public Verdict returned(Invocation call, Frame frame, Supplier<List<Value>> results) {
                    seen.add(kind(results));
                    return Verdict.GO_ON;
                }
            });
            assertEquals(StopReason.EXIT, session.resume().reason());
        }
        // Go 1.17 leaves results without a name out of the debug information of optimised code
        boolean recorded = !bank.version().equals("1.17") || bank.mode() == Mode.NOOPT;
        String none = recorded ? "Nil" : "not recorded";
        assertEquals(
                List.of(
                        "\"ann\" -> \"bob\" 250", none,
                        "\"bob\" -> \"eve\" 500", none,
                        "\"ann\" -> \"eve\" 1200", none,
                        "\"eve\" -> \"bob\" 40", none,
                        "\"eve\" -> \"ann\" 9000", recorded ? "Interface" : none),
                seen);
    }
}
