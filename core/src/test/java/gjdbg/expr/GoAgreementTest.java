package gjdbg.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.built.GoProgram;
import gjdbg.error.GjdbgException;
import gjdbg.session.Condition;
import gjdbg.session.LiveSession;
import gjdbg.session.StopReason;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.unwind.Frame;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import gjdbg.value.Variables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program computes a table of expressions over its own variables; gjdbg evaluates the same text and must agree. */
@Timeout(180)
class GoAgreementTest {
    private static final int RANDOM = 300;

    @TempDir
    Path folder;

    static List<String> versions() {
        return GoProgram.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void every_expression_is_what_Go_computes(String version) throws IOException {
        List<String> good = ofVersion(lines("good.txt"), version);
        List<String> risky = ofVersion(lines("panics.txt"), version);
        risky.addAll(RandomExpressions.some(RANDOM, 20260101));
        Path output = folder.resolve("output");
        Map<String, String> ours = new LinkedHashMap<>();
        try (LiveSession session = launch(source(good, risky, version), version, output)) {
            session.addBreakpoint(Where.parse("main.stop"), Condition.ALWAYS);
            assertEquals(StopReason.BREAKPOINT, session.resume().reason());
            Variables variables = session.variables(callerOfStop(session));
            for (List<String> each : List.of(good, risky)) {
                each.forEach(expression -> ours.put(expression, evaluated(variables, expression)));
            }
            assertEquals(StopReason.EXIT, session.resume().reason());
        }
        Map<String, String> theirs = new LinkedHashMap<>();
        for (String line : Files.readAllLines(output)) {
            int tab = line.indexOf('\t');
            theirs.put(line.substring(0, tab), line.substring(tab + 1));
        }
        List<String> wrong = new ArrayList<>();
        theirs.forEach((expression, value) -> {
            String own = ours.get(expression);
            boolean panic = value.startsWith("panic\t");
            if (panic ? !own.startsWith("panic\t") : !own.equals(value)) {
                wrong.add(expression + ": Go has " + value + ", gjdbg " + own);
            }
        });
        System.out.println("Go " + version + ": " + theirs.size() + " expressions compared, " + wrong.size()
                + " disagreements");
        assertEquals("", String.join("\n", wrong));
        assertEquals(ours.keySet(), theirs.keySet());
        assertTrue(theirs.size() > 700, "only " + theirs.size() + " expressions were compared");
    }

    private static String evaluated(Variables variables, String expression) {
        try {
            Value value = variables.evaluate(expression);
            return value.read() instanceof Reading.Unreadable(String why)
                    ? "panic\t" + why
                    : CanonicalForm.type(value) + "\t" + CanonicalForm.of(value);
        } catch (GjdbgException e) {
            return "panic\t" + e.getMessage();
        }
    }

    private static LiveSession launch(String source, String version, Path output) {
        return LiveSession.launch(new LaunchRequest(
                GoProgram.build(source, version, GoProgram.Mode.NOOPT),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(output),
                Optional.empty(),
                false));
    }

    private static Frame callerOfStop(LiveSession session) {
        Iterator<Frame> frames =
                session.frames(session.lastStop().thread().orElseThrow()).iterator();
        frames.next();
        return frames.next();
    }

    private static String source(List<String> good, List<String> risky, String version) throws IOException {
        StringBuilder table = new StringBuilder();
        for (String expression : good) {
            table.append("\ttell(").append(quoted(expression)).append(", ").append(code(expression)).append(")\n");
        }
        for (String expression : risky) {
            table.append("\tshow(").append(quoted(expression)).append(", func() interface{} { return ");
            table.append(code(expression)).append(" })\n");
        }
        // the module says Go 1.18; from 1.21 on a file may ask for more
        String language = version.compareTo("1.21") < 0 ? "" : "//go:build go1.21\n\n";
        return language + String.join("\n", lines("program.go.txt")).replace("//EXPRESSIONS", table);
    }

    /** Within a package its own members go by their names alone. */
    private static String code(String expression) {
        return expression.replaceAll("\\bmain\\.", "");
    }

    private static String quoted(String expression) {
        return '"' + expression.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A line may begin with the first release that knows the expression: {@code @1.21 min(1, 2)}. */
    private static List<String> ofVersion(List<String> lines, String version) {
        List<String> expressions = new ArrayList<>();
        for (String line : lines) {
            int blank = line.indexOf(' ');
            boolean marked = line.startsWith("@");
            if (!marked || line.substring(1, blank).compareTo(version) <= 0) {
                expressions.add(marked ? line.substring(blank + 1) : line);
            }
        }
        return expressions;
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = GoAgreementTest.class.getResourceAsStream("/expressions/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
