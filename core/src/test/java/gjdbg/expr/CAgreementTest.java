package gjdbg.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.built.Command;
import gjdbg.error.GjdbgException;
import gjdbg.session.Condition;
import gjdbg.session.LiveSession;
import gjdbg.session.StopReason;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.type.TypeKind;
import gjdbg.unwind.Frame;
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
import org.junit.jupiter.params.provider.ValueSource;

/** A C program computes a table of expressions over its own variables; gjdbg evaluates the same text and must agree. */
@Timeout(120)
class CAgreementTest {
    private static final Map<String, String> TYPEDEFS = Map.of("u32", "unsigned int", "size_t", "long unsigned int");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-gdwarf-4", "-gdwarf-5"})
    void every_expression_is_what_C_computes(String format) throws IOException {
        List<String> expressions = new ArrayList<>(ExpressionProgram.lines("good.c.txt", ""));
        expressions.addAll(RandomExpressions.ofC(400, 20260101));
        Path output = folder.resolve("output");
        Map<String, String> ours = new LinkedHashMap<>();
        try (LiveSession session =
                LiveSession.launch(LaunchRequest.of(built(expressions, format)).withStdout(output))) {
            int line = Files.readAllLines(folder.resolve("program.c")).indexOf("    stop();") + 1;
            session.addBreakpoint(Where.parse("program.c:" + line), Condition.ALWAYS);
            assertEquals(StopReason.BREAKPOINT, session.resume().reason());
            Frame innermost = session.frames(session.lastStop().thread().orElseThrow())
                    .iterator()
                    .next();
            Variables variables = session.variables(new WithFramePointer(innermost));
            expressions.forEach(expression -> ours.put(expression, evaluated(variables, expression)));
            assertEquals(StopReason.EXIT, session.resume().reason());
        }
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (String line : Files.readAllLines(output)) {
            int tab = line.indexOf('\t');
            String own = ours.get(line.substring(0, tab));
            compared++;
            if (!line.substring(tab + 1).equals(own)) {
                wrong.add(line + ", gjdbg has " + own);
            }
        }
        System.out.println(
                "C, " + format + ": " + compared + " expressions compared, " + wrong.size() + " disagreements");
        assertEquals("", String.join("\n", wrong));
        assertEquals(expressions.size(), compared);
        assertTrue(compared > 600, "only " + compared + " expressions were compared");
    }

    private static String evaluated(Variables variables, String expression) {
        try {
            Value value = variables.evaluate(expression);
            return type(value) + "\t" + number(value);
        } catch (GjdbgException e) {
            return e.getMessage();
        }
    }

    private static String type(Value value) {
        return switch (value.type().kind()) {
            case POINTER, ARRAY, FUNC -> "pointer";
            // lesser ones would be of type int, but gcc keeps these as unsigned ones
            case ENUM -> value.type().element().orElseThrow().name();
            default -> {
                String name = value.type().name().replace("const ", "").replace("volatile ", "");
                yield TYPEDEFS.getOrDefault(name, name);
            }
        };
    }

    private static String number(Value value) {
        if (value.type().kind() == TypeKind.ARRAY) {
            return Long.toString(value.place().inMemory().orElseThrow().value());
        }
        return switch (value.read()) {
            case Reading.Bool(boolean bool) -> bool ? "1" : "0";
            case Reading.Nil _ -> "0";
            case Reading.Pointer pointer -> Long.toString(pointer.address().value());
            case Reading.Func func -> Long.toString(func.entry().value());
            default -> CanonicalForm.of(value);
        };
    }

    private Path built(List<String> expressions, String format) throws IOException {
        StringBuilder table = new StringBuilder();
        for (String expression : expressions) {
            String quoted = expression.replace("\\", "\\\\").replace("\"", "\\\"");
            table.append("    SHOW(\"")
                    .append(quoted)
                    .append("\", ")
                    .append(expression)
                    .append(");\n");
        }
        Path source = folder.resolve("program.c");
        Files.writeString(source, ExpressionProgram.read("program.c.txt").replace("//EXPRESSIONS", table));
        Path program = folder.resolve("program");
        Command.run(
                folder,
                Map.of(),
                List.of("gcc", "-g", format, "-O0", "-w", "-fwrapv", "-o", program.toString(), source.toString()));
        return program;
    }
}
