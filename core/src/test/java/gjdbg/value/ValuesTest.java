package gjdbg.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.error.GjdbgException;
import gjdbg.error.NotFound;
import gjdbg.error.Unavailable;
import gjdbg.expr.Expression;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program prints what its functions hold; a debugger that stops in them must say the same. */
@Timeout(120)
class ValuesTest {
    private record Line(String expression, String value) {}

    private final List<String> wrong = new ArrayList<>();
    private Map<String, List<Line>> truth;
    private int compared;
    private int missing;

    @ParameterizedTest
    @CsvSource({
        "1.17, noopt",
        "1.17, opt",
        "1.17, pie",
        "1.22, noopt",
        "1.22, opt",
        "1.22, cgo",
        "1.26, noopt",
        "1.26, opt",
        "1.26, pie",
        "1.26, cgo"
    })
    void everyValueIsWhatTheProgramPrints(String version, String mode) throws Exception {
        Path binary = GoBuild.build("values", version, mode);
        truth = printed(binary);
        try (StopDriver driver = new StopDriver(binary)) {
            prepare(driver);
            driver.runToEnd();
        }
        assertEquals(List.of(), wrong);
        assertTrue(compared > 60, "only " + compared + " values were compared");
        // Optimised code may have lost some values, but must say so and not show another.
        int most = !mode.equals("opt") ? 0 : version.equals("1.17") ? 30 : 12;
        assertTrue(missing <= most, missing + " values were unavailable");
    }

    private static Map<String, List<Line>> printed(Path binary) throws Exception {
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        Process process = new ProcessBuilder(binary.toString()).start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] parts = line.split("\\|", 3);
                lines.computeIfAbsent(parts[0], ignored -> new ArrayList<>()).add(new Line(parts[1], parts[2]));
            }
        }
        assertEquals(0, process.waitFor());
        return lines;
    }

    private void prepare(StopDriver driver) throws Exception {
        for (String name : List.of("scalars", "texts", "pointers", "structs", "named", "interfaces")) {
            driver.afterPrologue("main." + name, variables -> compare(variables, name));
        }
        for (String name : List.of("main.results1", "main.results2", "main.(*Account).results3")) {
            String shortName = name.substring(name.lastIndexOf('.') + 1);
            driver.atReturns(name, variables -> compare(new ResultNames(variables), shortName));
        }
        for (String name : List.of("locals", "heap")) {
            driver.afterCall("main." + name, "main.stop", variables -> compare(variables, name));
        }
    }

    private void compare(Variables variables, String function) {
        for (Line line : truth.get(function)) {
            compared++;
            String actual;
            try {
                actual = variables
                        .evaluate(line.expression().replaceAll("=(\\d)", "r$1"))
                        .toString();
            } catch (Unavailable | NotFound e) {
                // What the optimiser computed away is not even recorded by name.
                missing++;
                continue;
            } catch (GjdbgException e) {
                actual = e.toString();
            }
            if (actual.startsWith("<unreadable")) {
                missing++;
            } else if (!actual.equals(line.value())) {
                wrong.add(function + ": " + line.expression() + " is " + line.value() + ", not " + actual);
            }
        }
    }

    /** Results by their numbers, r0 and so on. */
    private record ResultNames(Variables variables) implements Variables {
        @Override
        public List<Variable> arguments() {
            return variables.arguments();
        }

        @Override
        public List<Variable> locals() {
            return variables.locals();
        }

        @Override
        public List<Variable> results() {
            return variables.results();
        }

        @Override
        public Optional<Value> find(String name) {
            return name.matches("r\\d")
                    ? Optional.of(results().get(name.charAt(1) - '0').value())
                    : Optional.empty();
        }

        @Override
        public Value evaluate(String expression) {
            return Expression.parse(expression).evaluate(this);
        }

        @Override
        public Value assignable(String expression) {
            return Expression.parse(expression).assignable(this);
        }

        @Override
        public ProgramScope scope() {
            return variables.scope();
        }
    }
}
