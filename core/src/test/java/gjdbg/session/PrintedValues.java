package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gjdbg.breakpoint.Where;
import gjdbg.error.GjdbgException;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.GoBinary;
import gjdbg.unwind.Frame;
import gjdbg.value.Reading;
import gjdbg.value.ReflectValue;
import gjdbg.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Compares what gjdbg reads with what a program prints of itself. The program calls main.at, and then prints lines of
 * {@code place|expression|type|value}; each is evaluated in main.at's caller, in the run that prints them.
 */
final class PrintedValues {
    private record Line(String place, String expression, String type, String value) {}

    /** What gjdbg made of an expression; where it can't be had, value is the reason and read false. */
    private record Read(String type, String value, boolean read) {}

    final List<String> wrong = new ArrayList<>();
    final List<String> missing = new ArrayList<>();
    /** Right values whose type was shown as the shape that generic code shares. */
    final List<String> shapes = new ArrayList<>();

    int compared;

    static PrintedValues of(GoBinary program, Path folder) throws IOException {
        List<List<Line>> stops = byPlace(program.run().out().lines().toList());
        Path output = folder.resolve("output");
        List<Read> reads = new ArrayList<>();
        try (LiveSession session =
                LiveSession.launch(LaunchRequest.of(program.path()).withStdout(output))) {
            session.addBreakpoint(Where.parse("main.at"), Condition.ALWAYS);
            for (List<Line> stop : stops) {
                Stop stopped = session.resume();
                assertEquals(StopReason.BREAKPOINT, stopped.reason(), stop.toString());
                Iterator<Frame> frames =
                        session.frames(stopped.thread().orElseThrow()).iterator();
                frames.next();
                Frame caller = frames.next();
                for (Line line : stop) {
                    reads.add(read(session, caller, line.expression()));
                }
            }
            assertEquals(StopReason.EXIT, session.resume().reason());
        }
        PrintedValues values = new PrintedValues();
        Iterator<Read> each = reads.iterator();
        for (String line : Files.readAllLines(output)) {
            values.compare(parse(line), each.next());
        }
        System.out.println(program + ": " + values);
        return values;
    }

    private static Read read(Session session, Frame frame, String expression) {
        try {
            Value value = session.variables(frame).evaluate(expression);
            value = ReflectValue.held(value).orElse(value);
            Value dynamic = value.read() instanceof Reading.Interface held ? held.dynamic() : value;
            return new Read(dynamic.type().name(), GoSyntax.of(value), true);
        } catch (GjdbgException e) {
            return new Read("", e.toString(), false);
        }
    }

    private void compare(Line line, Read read) {
        compared++;
        String what = line.place() + ": " + line.expression() + " is " + line.type() + " " + line.value() + ", not "
                + read.type() + " " + read.value();
        if (!read.read()) {
            missing.add(what);
        } else if (read.type().contains("go.shape.")) {
            boolean same = withoutTypes(line.value()).equals(withoutTypes(read.value()));
            // A pointer's shape does not tell what it points at, so the address is all there is.
            (same || read.type().contains("go.shape.*uint8") ? shapes : wrong).add(what);
        } else if (!GoSyntax.plain(line.value()).equals(read.value())
                || !line.type().equals("<nil>") && !GoSyntax.plain(line.type()).equals(GoSyntax.plain(read.type()))) {
            wrong.add(what);
        }
    }

    private static String withoutTypes(String value) {
        return value.replaceAll("\\([^(){}]*\\)\\(", "(").replaceAll("[^ {:]*(\\[[^{}]*\\])?[^ {:]*\\{", "{");
    }

    private static List<List<Line>> byPlace(List<String> lines) {
        List<List<Line>> stops = new ArrayList<>();
        String place = "";
        for (String text : lines) {
            Line line = parse(text);
            if (!line.place().equals(place)) {
                stops.add(new ArrayList<>());
                place = line.place();
            }
            stops.getLast().add(line);
        }
        return stops;
    }

    private static Line parse(String text) {
        String[] parts = text.split("\\|", 4);
        return new Line(parts[0], parts[1], parts[2], parts[3]);
    }

    @Override
    public String toString() {
        return compared + " values compared, " + wrong.size() + " disagreements, " + missing.size() + " not available, "
                + shapes.size() + " by their shapes";
    }
}
