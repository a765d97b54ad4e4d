package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.error.GjdbgException;
import gjdbg.error.Unavailable;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Run;
import gjdbg.type.TypeKind;
import gjdbg.unwind.Frame;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import gjdbg.value.Variables;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Arguments, locals and globals of C equal what the program prints of them, and their types have the names that its compiler
 * has checked, for each version of DWARF. What optimised code has dropped says so.
 */
@Timeout(120)
class CMatrixTest {
    /** Of 75 questions for arguments and locals; most that DWARF 2 by the letter can say of them. */
    private static final int MOST_DROPPED = 65;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-O0 -gdwarf-2",
                "-O0 -gdwarf-3",
                "-O0 -gdwarf-4",
                "-O0 -gdwarf-5",
                "-O0 -gdwarf-5 -gdwarf64",
                "-O2 -gdwarf-2 -gstrict-dwarf",
                "-O2 -gdwarf-3",
                "-O2 -gdwarf-4 -fno-pie -no-pie",
                "-O2 -gdwarf-5",
                "-O2 -gdwarf-5 -gdwarf64",
                "-O0 -gdwarf-5 -gsplit-dwarf",
                "-O2 -gdwarf-4 -gsplit-dwarf",
                "-O2 -gdwarf-5 -gsplit-dwarf -gz",
            })
    void every_value_and_type_is_what_the_program_prints(String flags) throws IOException {
        Path output = folder.resolve("output");
        Map<String, String> ours = new LinkedHashMap<>();
        List<String> dropped = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        try (LiveSession session =
                LiveSession.launch(LaunchRequest.of(Fixtures.c("cmatrix", ("-w " + flags).split(" ")))
                        .withStdout(output))) {
            session.addBreakpoint(Where.parse("stop"), Condition.ALWAYS);
            assertEquals(StopReason.BREAKPOINT, session.resume().reason());
            Iterator<Frame> frames =
                    session.frames(session.lastStop().thread().orElseThrow()).iterator();
            frames.next();
            Variables variables = session.variables(frames.next());
            assertEquals("\"text\"", variables.evaluate("g_text").toString());
            String name = variables.evaluate("g_outer.name").toString();
            assertTrue(name.matches("\\(const char \\*\\)\\(0x[0-9a-f]+\\) \"outer\""), name);
            // the process holds what it will print until it goes on, so all is asked for first
            for (String line : expressions()) {
                ours.put(line, line.startsWith("T ") ? type(variables, line) : value(variables, line.substring(2)));
            }
            assertEquals(StopReason.EXIT, session.resume().reason());
        }
        for (String line : Files.readAllLines(output)) {
            int tab = line.indexOf('\t');
            String own = ours.getOrDefault(line.substring(0, tab), "not asked for");
            if (own.startsWith("dropped: ") && flags.contains("-O2")) {
                dropped.add(line + ": " + own);
            } else if (!same(line.substring(tab + 1), own)) {
                wrong.add(line + ", gjdbg has " + own);
            } else {
                compared++;
            }
        }
        System.out.println("C, " + flags + ": " + compared + " values and types compared, " + wrong.size()
                + " disagreements, " + dropped.size() + " dropped by the compiler");
        assertEquals("", String.join("\n", wrong));
        assertTrue(compared > 130, "only " + compared + " were compared");
        assertTrue(dropped.size() < MOST_DROPPED, String.join("\n", dropped));
    }

    /** The left sides of what the program prints: those of a run of its own, for they are the same in each. */
    private static List<String> expressions() {
        Path program = Fixtures.c("cmatrix", "-w", "-O0", "-gdwarf-5");
        return Run.of(List.of(program.toString()), Path.of("/"), List.of())
                .out()
                .lines()
                .map(line -> line.substring(0, line.indexOf('\t')))
                .toList();
    }

    private static String type(Variables variables, String line) {
        try {
            return variables.evaluate(line.substring(2)).type().name();
        } catch (Unavailable e) {
            return "dropped: " + e.getMessage();
        } catch (GjdbgException e) {
            return e.getMessage();
        }
    }

    private static String value(Variables variables, String expression) {
        Value value;
        try {
            value = variables.evaluate(expression);
            if (value.type().kind() == TypeKind.ARRAY) {
                return "0x"
                        + Long.toHexString(
                                value.place().inMemory().orElseThrow().value());
            }
        } catch (Unavailable e) {
            return "dropped: " + e.getMessage();
        } catch (GjdbgException e) {
            return e.getMessage();
        }
        boolean extended = value.type().kind() == TypeKind.FLOAT && value.type().size() == 16;
        if (extended && !value.toString().startsWith("<")) {
            return value.toString();
        }
        return switch (value.read()) {
            case Reading.Bool(boolean bool) -> Boolean.toString(bool);
            case Reading.Int(long number, boolean unsigned) ->
                unsigned ? Long.toUnsignedString(number) : Long.toString(number);
            case Reading.Real(double number) -> String.format("%016x", Double.doubleToRawLongBits(number));
            case Reading.Complex(double real, double imaginary) -> real + " " + imaginary;
            case Reading.Nil _ -> "0x0";
            case Reading.Pointer pointer ->
                "0x" + Long.toHexString(pointer.address().value());
            case Reading.Func func -> "0x" + Long.toHexString(func.entry().value());
            case Reading.Unreadable(String why) -> "dropped: " + why;
            case Reading other -> "an unexpected " + other;
        };
    }

    /** Numbers may be written in two ways. */
    private static boolean same(String printed, String own) {
        if (printed.equals("(nil)")) {
            return own.equals("0x0");
        }
        return printed.equals(own) || canonical(printed).equals(canonical(own));
    }

    private static String canonical(String number) {
        try {
            String[] parts = number.split(" ");
            if (parts.length == 2) {
                return Double.parseDouble(parts[0]) + " " + Double.parseDouble(parts[1]);
            }
            String digits = new BigDecimal(number).stripTrailingZeros().toString();
            return number.startsWith("-") && !digits.startsWith("-") ? "-" + digits : digits;
        } catch (NumberFormatException e) {
            return number;
        }
    }
}
