package gjdbg.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.error.BadRequest;
import gjdbg.error.Unavailable;
import gjdbg.unwind.Frame;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ScopesTest {
    @TempDir
    Path directory;

    private final List<String> seen = new ArrayList<>();

    private static List<String> shown(List<Variable> variables) {
        return variables.stream()
                .map(variable -> variable.name() + "=" + variable.value())
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.17", "1.22", "1.26"})
    void theInnermostOfANameIsShownAndWhatComesLaterIsNot(String version) throws Exception {
        try (StopDriver driver = new StopDriver(GoBuild.build("scopes", version, "noopt"))) {
            driver.afterCall("main.shadow", "main.stop", variables -> {
                assertEquals(List.of("label", "n"), names(variables.arguments()));
                assertEquals(List.of("label=\"label\"", "n=1"), shown(variables.arguments()));
                assertEquals(List.of("err=nil", "i=0", "n=22", "name=\"inner\"", "sum=0"), shown(variables.locals()));
                assertEquals("22", variables.evaluate("n").toString());
                assertEquals("\"global\"", variables.evaluate("main.name").toString());
                assertEquals("0", variables.evaluate("total").toString());
                seen.add("shadow");
            });
            driver.afterCall("main.capture.func1", "main.stop", variables -> {
                assertEquals(List.of("b=8"), shown(variables.arguments()));
                assertEquals("15", variables.evaluate("c").toString());
                assertEquals("7", variables.evaluate("a").toString());
                assertEquals("100", variables.evaluate("count").toString());
                seen.add("capture");
            });
            driver.runToEnd();
        }
        assertEquals(List.of("shadow", "capture"), seen);
    }

    private static List<String> names(List<Variable> variables) {
        return variables.stream().map(Variable::name).sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.22", "1.26"})
    void eachInlinedFrameHasItsOwnVariables(String version) throws Exception {
        try (StopDriver driver = new StopDriver(GoBuild.build("scopes", version, "opt"))) {
            driver.frameAtCall("main.outer", "main.stop", frame -> {
                List<String> functions = new ArrayList<>();
                for (Frame at = frame; ; at = at.caller().get()) {
                    functions.add(at.position().function());
                    Variables variables = driver.factory.of(at);
                    switch (at.position().function()) {
                        case "main.inner" -> {
                            assertEquals(List.of("k", "p"), names(variables.arguments()));
                            assertKnown("8", variables, "k");
                            assertKnown("24", variables, "scaled");
                        }
                        case "main.middle" -> {
                            assertEquals(List.of("m", "p"), names(variables.arguments()));
                            assertKnown("4", variables, "m");
                        }
                        default -> {
                            assertEquals(List.of("x", "y"), names(variables.arguments()));
                            assertKnown("4", variables, "y");
                        }
                    }
                    if (at.caller().isEmpty()) {
                        break;
                    }
                }
                seen.addAll(functions);
            });
            driver.runToEnd();
        }
        assertEquals(List.of("main.inner", "main.middle", "main.outer"), seen);
    }

    /** Optimised code may have lost a value, but must not show another. */
    private static void assertKnown(String expected, Variables variables, String name) {
        variables.find(name).ifPresent(value -> {
            if (!(value.read() instanceof Reading.Unreadable)) {
                assertEquals(expected, value.toString(), name);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.17", "1.26"})
    void whatIsWrittenIsWhatTheProgramGoesOnWith(String version) throws Exception {
        Path output = directory.resolve("output");
        try (StopDriver driver = new StopDriver(GoBuild.build("scopes", version, "noopt"), output)) {
            driver.afterCall("main.written", "main.stop", variables -> {
                value(variables, "i").set(-128L);
                assertThrows(BadRequest.class, () -> value(variables, "i").set(128L));
                value(variables, "u").set(BigInteger.valueOf(65535));
                assertThrows(BadRequest.class, () -> value(variables, "u").set(-1L));
                assertThrows(BadRequest.class, () -> value(variables, "u").set("text"));
                value(variables, "f").set(2.5);
                value(variables, "b").set(true);
                value(variables, "s").set("longer than before");
                value(variables, "p.X").set(11L);
                value(variables, "pt").set(value(variables, "*p"));
                assertThrows(BadRequest.class, () -> value(variables, "pt").set(value(variables, "list")));
                value(variables, "list[1]").set(66L);
                seen.add("written");
            });
            driver.runToEnd();
        }
        assertEquals(List.of("written"), seen);
        assertEquals(
                "-128 65535 2.5 truelonger than before11 2 {11 2} [5 66]",
                Files.readAllLines(output).get(3));
    }

    private static Value value(Variables variables, String expression) {
        return variables.evaluate(expression);
    }

    @Test
    void withoutDebugInformationEachQuestionSaysSo() throws Exception {
        try (StopDriver driver = new StopDriver(GoBuild.build("scopes", "1.26", "nodwarf"))) {
            driver.afterCall("main.shadow", "main.stop", variables -> {
                for (Runnable question : List.<Runnable>of(
                        variables::arguments, variables::locals, variables::results, () -> variables.find("n"))) {
                    Unavailable error = assertThrows(Unavailable.class, question::run);
                    assertTrue(error.why().contains("no debug information"), error.why());
                }
                seen.add("shadow");
            });
            driver.runToEnd();
            assertThrows(Unavailable.class, driver.factory::types);
        }
        assertEquals(List.of("shadow"), seen);
    }

    @Test
    void typesAndPackageVariablesAreFoundByName() throws Exception {
        try (StopDriver driver = new StopDriver(GoBuild.build("scopes", "1.26", "pie"))) {
            var point = driver.factory.types().get("main.Point");
            assertEquals(16, point.size());
            assertEquals(
                    List.of("X", "Y"),
                    point.fields().stream().map(f -> f.name()).toList());
            assertTrue(driver.factory
                            .types()
                            .find(name -> name.startsWith("main."))
                            .size()
                    >= 1);
            driver.afterCall("main.written", "main.stop", variables -> {
                Value total = driver.factory.globals().find("main.total").orElseThrow();
                assertInstanceOf(Reading.Int.class, total.read());
                assertEquals(
                        "\"global\"",
                        driver.factory.globals().find("main.name").orElseThrow().toString());
                seen.add(total.toString());
            });
            driver.runToEnd();
        }
        assertEquals(List.of("26"), seen);
    }
}
