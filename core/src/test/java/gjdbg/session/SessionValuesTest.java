package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gjdbg.breakpoint.Where;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import gjdbg.unwind.Frame;
import gjdbg.value.Value;
import java.util.ArrayList;
import java.util.List;

class SessionValuesTest {
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
                public Verdict returned(Invocation call, Frame frame, List<Value> results) {
                    seen.add(results.getFirst().read().getClass().getSimpleName());
                    return Verdict.GO_ON;
                }
            });
            assertEquals(StopReason.EXIT, session.resume().reason());
        }
        assertEquals(
                List.of(
                        "\"ann\" -> \"bob\" 250", "Nil",
                        "\"bob\" -> \"eve\" 500", "Nil",
                        "\"ann\" -> \"eve\" 1200", "Nil",
                        "\"eve\" -> \"bob\" 40", "Nil",
                        "\"eve\" -> \"ann\" 9000", "Interface"),
                seen);
    }
}
