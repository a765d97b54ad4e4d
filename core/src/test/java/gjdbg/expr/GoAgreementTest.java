package gjdbg.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.built.GoProgram;
import gjdbg.error.GjdbgException;
import gjdbg.session.LiveSession;
import gjdbg.session.StopReason;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import gjdbg.value.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        List<String> good = ExpressionProgram.lines("good.txt", version);
        List<String> risky = ExpressionProgram.lines("panics.txt", version);
        risky.addAll(RandomExpressions.some(RANDOM, 20260101));
        Path output = folder.resolve("output");
        Map<String, String> ours = new LinkedHashMap<>();
        try (LiveSession session = ExpressionProgram.launch(good, risky, version, output)) {
            Variables variables = session.variables(ExpressionProgram.frame(session));
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
        System.out.println(
                "Go " + version + ": " + theirs.size() + " expressions compared, " + wrong.size() + " disagreements");
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
}
