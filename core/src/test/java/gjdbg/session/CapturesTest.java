package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import gjdbg.value.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** What func values have captured, and values of types that only exist at run time, against what the program prints. */
class CapturesTest {
    @TempDir
    Path folder;

    @GoProgramTest(
            program = "closures",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE})
    void captured_variables_and_types_made_at_run_time_read_as_the_program_prints_them(GoBinary program)
            throws IOException {
        Path output = folder.resolve("out");
        LaunchRequest request = LaunchRequest.of(program.path()).withStdout(output);
        int compared = 0;
        try (LiveSession session = LiveSession.launch(request)) {
            session.addBreakpoint(Where.parse("main.use"), Condition.ALWAYS);
            Stop stop = session.resume();
            Value values = session.variables(Sessions.innermost(session, stop))
                    .find("values")
                    .orElseThrow();
            Reading.Sequence arguments = (Reading.Sequence) values.read();
            for (String line : Files.readAllLines(output)) {
                String[] parts = line.split("\\|", 3);
                Value argument = dynamic(arguments.elements().at(Integer.parseInt(parts[0])));
                if (argument.read() instanceof Reading.Func closure) {
                    compared += compareCaptured(closure, parts[1], parts[2], program.mode());
                } else {
                    assertEquals(parts[2], part(argument, parts[1]).toString(), line);
                    compared++;
                }
            }
            if (program.mode() == Mode.NOOPT) {
                assertEquals(Set.of("step", "name", "count"), names(arguments, 0));
                assertEquals(
                        Set.of("ratio", "third", "flag", "tiny", "place", "wide", "any", "list", "moved"),
                        names(arguments, 9));
                assertEquals(Set.of("step"), names(arguments, 10));
            }
            assertEquals(
                    List.of(),
                    ((Reading.Func) dynamic(arguments.elements().at(4)).read())
                            .captures()
                            .variables());
            String made = "struct { Count int; main.Plain }";
            assertEquals(made, dynamic(arguments.elements().at(5)).type().name());
            assertEquals("[]" + made, dynamic(arguments.elements().at(6)).type().name());
            assertEquals(
                    "[3]" + made, dynamic(arguments.elements().at(7)).type().name());
            assertEquals("*" + made, dynamic(arguments.elements().at(8)).type().name());
        }
        System.out.println(program + ": " + compared + " captured and made values compared");
        assertTrue(compared >= 7, "only " + compared + " values were compared");
    }

    private static Set<String> names(Reading.Sequence arguments, int index) {
        Reading.Func closure =
                (Reading.Func) dynamic(arguments.elements().at(index)).read();
        return closure.captures().variables().stream().map(Variable::name).collect(Collectors.toSet());
    }

    private static int compareCaptured(Reading.Func closure, String name, String expected, Mode mode) {
        Optional<Value> found = closure.captures().variables().stream()
                .filter(variable -> variable.name().equals(name))
                .map(Variable::value)
                .findFirst();
        // what optimised code only uses where it finds it has no entry of its own
        assertTrue(found.isPresent() || mode != Mode.NOOPT, name);
        // nor is it always recorded how the closure keeps it
        if (found.isEmpty() || mode != Mode.NOOPT && found.get().read() instanceof Reading.Unreadable) {
            return 0;
        }
        assertEquals(GoSyntax.plain(expected), GoSyntax.of(pointee(found.get())), name);
        return 1;
    }

    private static Value pointee(Value value) {
        Value within = dynamic(value);
        return within.read() instanceof Reading.Pointer pointer
                ? pointer.target().orElseThrow()
                : within;
    }

    private static Value dynamic(Value value) {
        return value.read() instanceof Reading.Interface within ? within.dynamic() : value;
    }

    /** A field, or an element's first field. */
    private static Value part(Value value, String which) {
        return switch (value.read()) {
            case Reading.Sequence sequence ->
                sequence.elements().at(Long.parseLong(which)).field("Count").orElseThrow();
            default -> value.field(which).orElseThrow();
        };
    }
}
