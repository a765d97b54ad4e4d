package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.built.Command;
import gjdbg.error.Unavailable;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.Run;
import gjdbg.unwind.Frame;
import gjdbg.value.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs of several units whose debug information is in .dwo files, or packed into a .dwp file. */
@Timeout(60)
class SplitDwarfTest {
    private static final String INNER = """
            #include <stdio.h>
            struct thing { short id; char name[6]; };
            static int counter = 11;
            static inline int twice(int n) { int doubled = n * 2; return doubled + counter; }
            __attribute__((noinline)) int inner(struct thing *thing, long scale)
            {
                int result = twice(thing->id) * (int)scale;
                printf("inner\\tthing->id\\t%d\\n", thing->id);
                printf("inner\\tthing->name[1]\\t%d\\n", thing->name[1]);
                printf("inner\\tscale\\t%ld\\n", scale);
                printf("inner\\tcounter\\t%d\\n", counter);
                printf("inner\\tsizeof(struct thing)\\t%zu\\n", sizeof(struct thing));
                printf("inner\\tresult\\t%d\\n", result);
                fflush(stdout);
                return result;
            }
            """;
    private static final String OUTER = """
            #include <stdio.h>
            struct small { short id; char name[6]; };
            enum colour { RED = 2, GREEN = 7 };
            union value { double real; long whole; };
            int inner(struct small *thing, long scale);
            union value shared = {.whole = 99};
            int main(int argc, char **argv)
            {
                struct small thing = {(short)(40 + argc), "split"};
                enum colour colour = argc == 1 ? GREEN : RED;
                int grid[2][2] = {{1, 2}, {3, argc}};
                printf("main\\tthing.id\\t%d\\n", thing.id);
                printf("main\\tcolour + 0\\t%d\\n", colour);
                printf("main\\tgrid[1][0]\\t%d\\n", grid[1][0]);
                printf("main\\tshared.whole\\t%ld\\n", shared.whole);
                printf("main\\tsizeof(enum colour)\\t%zu\\n", sizeof(enum colour));
                return inner(&thing, colour) == 0;
            }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-gdwarf-4", "-gdwarf-5", "-gdwarf-5 -gdwarf64"})
    void each_unit_has_its_own_names_and_types(String format) throws IOException {
        assertValuesRead(built(format));
    }

    @Test
    void files_that_went_along_with_the_program_are_found_beside_it() throws IOException {
        Path program = built("-gdwarf-5");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        for (String name : List.of("program", "inner.dwo", "outer.dwo")) {
            Files.move(folder.resolve(name), elsewhere.resolve(name));
        }
        assertFalse(Files.exists(program));
        assertValuesRead(elsewhere.resolve("program"));
    }

    @Test
    void a_package_file_beside_the_program_has_them_all() throws IOException {
        // binutils' dwp packs no DWARF 5 yet
        Path program = built("-gdwarf-4");
        run("dwp", "-e", program.toString(), "-o", program + ".dwp");
        Files.delete(folder.resolve("inner.dwo"));
        Files.delete(folder.resolve("outer.dwo"));
        assertValuesRead(program);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-gdwarf-4", "-gdwarf-5"})
    void a_missing_file_costs_the_variables_of_its_unit_and_is_named(String format) throws IOException {
        Path program = built(format);
        Files.delete(folder.resolve("inner.dwo"));
        String why = whyNoVariables(program);
        assertEquals(
                "the debug information is in inner.dwo, which is none of "
                        + folder.toRealPath().resolve("inner.dwo"),
                why);
    }

    @Test
    void a_file_of_another_build_is_refused_by_its_id() throws IOException {
        Path program = built("-gdwarf-5");
        Files.move(
                folder.resolve("outer.dwo"),
                folder.resolve("inner.dwo"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        String why = whyNoVariables(program);
        assertTrue(why.contains("inner.dwo, which is of another build: it has no unit of id 0x"), why);
    }

    /** The lines are in the program itself, so a breakpoint on one works all the same. */
    private String whyNoVariables(Path program) throws IOException {
        int line = INNER.lines().toList().indexOf("    int result = twice(thing->id) * (int)scale;") + 1;
        try (LiveSession session = Sessions.launched(program)) {
            session.addBreakpoint(Where.parse("inner.c:" + line), Condition.ALWAYS);
            assertEquals(StopReason.BREAKPOINT, session.resume().reason());
            Iterator<Frame> frames = frames(session);
            Frame inner = frames.next();
            assertEquals(line, inner.position().line());
            if (Files.exists(folder.resolve("outer.dwo"))) {
                assertEquals(
                        "42",
                        session.variables(frames.next())
                                .evaluate("thing.id + 1")
                                .toString());
            }
            Variables variables = session.variables(inner);
            return assertThrows(Unavailable.class, () -> variables.evaluate("scale"))
                    .why();
        }
    }

    private void assertValuesRead(Path program) throws IOException {
        List<String> printed = Run.of(List.of(program.toString()), Path.of("/"), List.of())
                .out()
                .lines()
                .toList();
        List<String> read = new ArrayList<>();
        int line = INNER.lines().toList().indexOf("    fflush(stdout);") + 1;
        try (LiveSession session = launched(program, folder.resolve("output"))) {
            session.addBreakpoint(Where.parse("inner.c:" + line), Condition.ALWAYS);
            assertEquals(StopReason.BREAKPOINT, session.resume().reason());
            Iterator<Frame> frames = frames(session);
            Frame inner = frames.next();
            Frame outer = frames.next();
            for (String each : printed) {
                String[] parts = each.split("\t");
                Variables variables = session.variables(parts[0].equals("main") ? outer : inner);
                read.add(parts[0] + "\t" + parts[1] + "\t" + variables.evaluate(parts[1]));
            }
            assertEquals(
                    "struct thing *",
                    session.variables(inner).evaluate("thing").type().name());
        }
        assertEquals(printed, read);
        assertEquals(11, printed.size());
    }

    private static Iterator<Frame> frames(LiveSession session) {
        return session.frames(session.lastStop().thread().orElseThrow()).iterator();
    }

    private Path built(String format) throws IOException {
        Files.writeString(folder.resolve("inner.c"), INNER);
        Files.writeString(folder.resolve("outer.c"), OUTER);
        for (String unit : List.of("inner", "outer")) {
            List<String> command = new ArrayList<>(List.of("gcc", "-g", "-O0", "-gsplit-dwarf"));
            command.addAll(List.of(format.split(" ")));
            command.addAll(List.of("-c", unit + ".c", "-o", unit + ".o"));
            run(command.toArray(String[]::new));
        }
        run("gcc", "inner.o", "outer.o", "-o", "program");
        return folder.resolve("program");
    }

    private static LiveSession launched(Path program, Path output) {
        return LiveSession.launch(LaunchRequest.of(program).withStdout(output));
    }

    private void run(String... command) {
        Command.run(folder, Map.of(), List.of(command));
    }
}
