package gjdbg.expr;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.error.GjdbgException;
import gjdbg.session.Condition;
import gjdbg.session.LiveSession;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.Fixtures;
import gjdbg.unwind.Frame;
import gjdbg.value.Variables;
import java.nio.file.Path;
import java.util.Iterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with an expression of C is shown at its column. */
class CErrorsTest {
    private static LiveSession session;
    private static Variables variables;

    @BeforeAll
    static void launch() {
        session = LiveSession.launch(LaunchRequest.of(Fixtures.c("cmatrix", "-w", "-O0", "-gdwarf-5"))
                .withStdout(Path.of("/dev/null")));
        session.addBreakpoint(Where.parse("stop"), Condition.ALWAYS);
        Iterator<Frame> frames =
                session.frames(session.resume().thread().orElseThrow()).iterator();
        frames.next();
        variables = session.variables(frames.next());
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            a_int / 0 ; 7 ; division by zero
            a_int % (a_int - a_int) ; 7 ; division by zero
            a_int << -1 ; 7 ; C does not define a shift of a int by -1
            a_int >> 32 ; 7 ; C does not define a shift of a int by 32
            a_next == "mine" ; 8 ; a string of an expression is in no place of the program; compare its characters
            "abc" + 1 ; 7 ; a string of an expression is in no place of the program; compare its characters
            "abc"[4] ; 6 ; index 4 is out of range with length 4
            "a\\q" ; 1 ; an unknown escape
            'ab' ; 1 ; is not one character
            (int [3]) a_int ; 1 ; can't be converted to int [3]
            sizeof(int [a_int]) ; 13 ; the number of an array's elements is expected
            sizeof(int [9223372036854775807]) ; 13 ; is larger than memory
            (int (*)(int, 3)) a_call ; 15 ; the type of a parameter is expected
            (int (*)(int ; 13 ; ',' is expected
            a_int + ; 8 ; ends where a value is expected
            a_int++ ; 6 ; changes a variable
            stop() ; 1 ; calls no functions
            a_next->att ; 9 ; has no field 'att'; did you mean at
            *a_int ; 1 ; needs a pointer
            g_ldouble + 1 ; 11 ; gjdbg does not compute with numbers of type long double
            &(a_int + 1) ; 9 ; this has no address
            g_dcomplex > 1 ; 12 ; not defined
            """)
    void the_column_is_named(String expression, int column, String what) {
        GjdbgException error = assertThrows(GjdbgException.class, () -> variables.evaluate(expression));
        String message = error.getMessage();
        assertTrue(message.contains(what), message);
        String[] lines = message.split("\n");
        assertTrue(lines[lines.length - 1].equals("  " + " ".repeat(column - 1) + "^"), message);
    }

    @ParameterizedTest
    @CsvSource({"nothing, variable 'nothing'", "(struct nothing *) a_next, struct nothing"})
    void what_is_not_there_is_named(String expression, String what) {
        String message = assertThrows(GjdbgException.class, () -> variables.evaluate(expression))
                .getMessage();
        assertTrue(message.contains(what), message);
        assertTrue(message.contains("^"), message);
    }
}
