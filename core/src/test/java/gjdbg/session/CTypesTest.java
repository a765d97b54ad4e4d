package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Run;
import gjdbg.value.Globals;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C's unions, bit-fields, enums and members without a name are what the program prints. */
class CTypesTest {
    @ParameterizedTest
    @ValueSource(strings = {"-gdwarf-5", "-gdwarf-4", "-gdwarf-2 -gstrict-dwarf"})
    void values_of_C_are_what_the_program_prints(String flags) {
        Path program = Fixtures.c("ctypes", ("-O0 " + flags).split(" "));
        List<String> printed = Run.of(List.of(program.toString()), Path.of("/"), List.of())
                .out()
                .lines()
                .toList();
        List<String> read = new ArrayList<>();
        try (LiveSession session = Sessions.launched(program)) {
            session.addBreakpoint(Where.parse("main"), Condition.ALWAYS);
            session.resume();
            Globals variables = session.globals();
            for (String line : printed) {
                String name = line.substring(0, line.indexOf('='));
                read.add(name + "=" + at(name, variables));
            }
            assertEquals("GREEN", at("colour", variables).toString());
            assertEquals("GREEN", at("shape->colour", variables).toString());
            at("flags.b", variables).set(3L);
            assertEquals(
                    "5 3 703710",
                    at("flags.a", variables) + " " + at("flags.b", variables) + " " + at("flags.c", variables));
        }
        assertEquals(printed, read);
        assertTrue(printed.size() > 10, printed.toString());
    }

    private static Value at(String path, Globals variables) {
        String[] parts = path.replace("*", "").split("\\.|->|(?=\\[)");
        Value value = variables.find(parts[0]).orElseThrow();
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].startsWith("[")) {
                int index = Integer.parseInt(parts[i].substring(1, parts[i].length() - 1));
                value = ((Reading.Sequence) value.read()).elements().at(index);
            } else {
                value = value.field(parts[i]).orElseThrow();
            }
        }
        return path.startsWith("*") ? target(value) : value;
    }

    private static Value target(Value pointer) {
        return ((Reading.Pointer) pointer.read()).target().orElseThrow();
    }
}
