package gjdbg.target.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gjdbg.error.GjdbgException;
import gjdbg.error.Unavailable;
import gjdbg.goruntime.Goroutine;
import gjdbg.session.Session;
import gjdbg.target.Register;
import gjdbg.target.TargetThread;
import gjdbg.unwind.Frame;
import gjdbg.value.Variable;
import gjdbg.value.Variables;
import java.util.HexFormat;
import java.util.List;

/** All that a session tells of where its program stands, as text to compare. */
final class StateText {
    private final Session session;
    private final StringBuilder text = new StringBuilder();
    private boolean ownVariablesOnly;

    private StateText(Session session) {
        this.session = session;
    }

    /** Threads with registers, goroutines, frames, arguments and locals; and the globals of the program itself. */
    static String of(Session session) {
        StateText state = new StateText(session);
        state.line("pid " + session.target().pid());
        state.line("path " + session.target().executable());
        state.line("args " + session.target().arguments());
        state.line("go " + session.program().goVersion());
        session.program().modules().forEach(module -> state.line("module " + module.file() + " at " + module.low()));
        session.target().threads().forEach(state::thread);
        state.globals();
        return state.text.toString();
    }

    /** One thread's part of it, without the variables of Go's runtime, which other threads may change meanwhile. */
    static String of(Session session, TargetThread thread) {
        StateText state = new StateText(session);
        state.ownVariablesOnly = true;
        state.thread(thread);
        state.globals();
        return state.text.toString();
    }

    /** Fails with the first lines that differ: the whole is long. */
    static void assertSame(String expected, String actual) {
        List<String> one = expected.lines().toList();
        List<String> other = actual.lines().toList();
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            assertEquals(one.get(i), other.get(i), "line " + i);
        }
        assertEquals(one.size(), other.size(), "number of lines");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void thread(TargetThread thread) {
        line("thread " + thread.id());
        line("goroutine "
                + session.goRuntime()
                        .flatMap(runtime -> runtime.goroutineOf(thread))
                        .map(Goroutine::id));
        for (Register register : Register.values()) {
            line("  " + register + " " + Long.toHexString(thread.registers().get(register)));
        }
        for (int i = 0; i < 16; i++) {
            line("  xmm" + i + " " + HexFormat.of().formatHex(thread.registers().vector(i)));
        }
        for (Frame frame : session.frames(thread)) {
            line(" " + frame.index() + " " + frame.pc() + " cfa " + cfa(frame) + " " + frame.position());
            if (ownVariablesOnly && frame.position().function().startsWith("runtime.")) {
                continue;
            }
            try {
                Variables variables = session.variables(frame);
                variables("arg", variables.arguments());
                variables("local", variables.locals());
            } catch (Unavailable e) {
                line("   " + e.getMessage());
            }
        }
    }

    private static String cfa(Frame frame) {
        try {
            return frame.cfa().toString();
        } catch (GjdbgException e) {
            return e.getMessage();
        }
    }

    private void variables(String kind, List<Variable> variables) {
        for (Variable variable : variables) {
            line("   " + kind + " " + variable.name() + " = " + variable.value());
        }
    }

    private void globals() {
        for (String name : session.globals().names()) {
            if (name.startsWith("main.") || name.equals("calls")) {
                line("global " + name + " = " + session.globals().find(name).orElseThrow());
            }
        }
    }
}
