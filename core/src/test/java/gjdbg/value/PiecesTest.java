package gjdbg.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gjdbg.breakpoint.Where;
import gjdbg.error.GjdbgException;
import gjdbg.expr.Expressions;
import gjdbg.session.Condition;
import gjdbg.session.LiveSession;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import gjdbg.type.Type;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BiConsumer;

/** Slices and strings of which optimised code keeps a part only (DWARF 5, section 2.6.1.2: a piece without a location). */
class PiecesTest {
    private static final Place GONE = new Place.Nowhere(Placement.OPTIMISED_OUT);

    @GoProgramTest(
            program = "hello",
            modes = {Mode.NOOPT})
    void what_is_left_of_a_slice_is_shown_and_what_is_gone_says_so(GoBinary hello) {
        on(hello, (type, context) -> {
            Reading.Sequence unplaced = assertInstanceOf(
                    Reading.Sequence.class,
                    pieces(type, context, GONE, word(3), word(5)).read());
            assertEquals(3, unplaced.length());
            assertEquals(5, unplaced.capacity());
            Reading.Unreadable element = assertInstanceOf(
                    Reading.Unreadable.class, unplaced.elements().at(2).read());
            assertEquals("the slice's address: " + Placement.OPTIMISED_OUT, element.why());

            Reading.Sequence uncounted = assertInstanceOf(
                    Reading.Sequence.class,
                    pieces(type, context, word(4096), word(3), GONE).read());
            assertEquals(3, uncounted.length());
            assertEquals(Reading.Sequence.UNKNOWN, uncounted.capacity());

            Reading.Unreadable whole = assertInstanceOf(
                    Reading.Unreadable.class,
                    pieces(type, context, word(4096), GONE, word(5)).read());
            assertEquals(Placement.OPTIMISED_OUT, whole.why());
        });
    }

    @GoProgramTest(
            program = "hello",
            modes = {Mode.NOOPT})
    void so_it_is_with_a_string(GoBinary hello) {
        on(hello, (slice, context) -> {
            Type string = slice.element().orElseThrow();
            assertEquals(
                    "the string's address: " + Placement.OPTIMISED_OUT + "; its length is 3",
                    why(pieces(string, context, GONE, word(3))));
            assertEquals(
                    "the string's length: " + Placement.OPTIMISED_OUT + "; its bytes begin at 0x1000",
                    why(pieces(string, context, word(4096), GONE)));
            assertEquals(
                    new Reading.Text("", 0),
                    pieces(string, context, GONE, word(0)).read());
        });
    }

    private static String why(Value value) {
        return assertInstanceOf(Reading.Unreadable.class, value.read()).why();
    }

    private static TypedValue pieces(Type type, ValueContext context, Place... words) {
        return TypedValue.nowhere(
                type,
                new Place.Pieces(Arrays.stream(words)
                        .map(each -> new Place.Piece(each, Long.BYTES))
                        .toList()),
                context);
    }

    private static Place word(long value) {
        return new Place.Constant(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
    }

    private static void on(GoBinary program, BiConsumer<Type, ValueContext> test) throws GjdbgException {
        LaunchRequest request = LaunchRequest.of(program.path()).withStdout(Path.of("/dev/null"));
        try (LiveSession session = LiveSession.launch(request)) {
            session.addBreakpoint(Where.parse("main.main"), Condition.ALWAYS);
            session.resume();
            VariablesFactory factory = new VariablesFactory(
                    session.program(),
                    session.target().memory(),
                    session.target().room(),
                    new Expressions());
            test.accept(session.types().get("[]string"), factory.context());
        }
    }
}
