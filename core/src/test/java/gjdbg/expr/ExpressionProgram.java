package gjdbg.expr;

import gjdbg.breakpoint.Where;
import gjdbg.built.GoProgram;
import gjdbg.session.Condition;
import gjdbg.session.LiveSession;
import gjdbg.session.StopReason;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.unwind.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A Go program with variables of all kinds, which computes a table of expressions over them. */
public final class ExpressionProgram {
    private ExpressionProgram() {}

    /**
     * Stopped where all the variables are set and none of the table is computed yet.
     *
     * @param risky those that may panic
     * @param output where the program's table goes: expression, type and value, with tabs between
     */
    public static LiveSession launch(List<String> good, List<String> risky, String version, Path output)
            throws IOException {
        LiveSession session = LiveSession.launch(
                LaunchRequest.of(GoProgram.build(source(good, risky, version), version, GoProgram.Mode.NOOPT))
                        .withStdout(output));
        session.addBreakpoint(Where.parse("main.stop"), Condition.ALWAYS);
        if (session.resume().reason() != StopReason.BREAKPOINT) {
            throw new AssertionError("the program did not come to main.stop");
        }
        return session;
    }

    /** The frame with the variables. */
    public static Frame frame(LiveSession session) {
        Iterator<Frame> frames =
                session.frames(session.lastStop().thread().orElseThrow()).iterator();
        frames.next();
        return frames.next();
    }

    private static String source(List<String> good, List<String> risky, String version) throws IOException {
        StringBuilder table = new StringBuilder();
        for (String expression : good) {
            table.append("\ttell(").append(quoted(expression)).append(", ");
            table.append(code(expression)).append(")\n");
        }
        for (String expression : risky) {
            table.append("\tshow(").append(quoted(expression)).append(", func() interface{} { return ");
            table.append(code(expression)).append(" })\n");
        }
        // the module says Go 1.18; from 1.21 on a file may ask for more
        String language = version.compareTo("1.21") < 0 ? "" : "//go:build go1.21\n\n";
        return language + read("program.go.txt").replace("//EXPRESSIONS", table);
    }

    /** Within a package its own members go by their names alone. */
    private static String code(String expression) {
        return expression.replaceAll("\\bmain\\.", "");
    }

    private static String quoted(String expression) {
        return '"' + expression.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A line may begin with the first release that knows the expression: {@code @1.21 min(1, 2)}. */
    public static List<String> lines(String resource, String version) throws IOException {
        List<String> expressions = new ArrayList<>();
        for (String line : read(resource).lines().toList()) {
            int blank = line.indexOf(' ');
            boolean marked = line.startsWith("@");
            if (!marked || line.substring(1, blank).compareTo(version) <= 0) {
                expressions.add(marked ? line.substring(blank + 1) : line);
            }
        }
        return expressions;
    }

    static String read(String resource) throws IOException {
        try (InputStream in = ExpressionProgram.class.getResourceAsStream("/expressions/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
