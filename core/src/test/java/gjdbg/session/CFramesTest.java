package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.Fixtures;
import gjdbg.unwind.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stacks of C, through libc, a signal handler and a thread's start, are those of the program's own backtrace(). */
class CFramesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-O0 -g",
                "-O2 -g -fomit-frame-pointer",
                "-O2 -no-pie -fomit-frame-pointer",
                "-O2 -g -gdwarf-2 -static"
            })
    void return_addresses_are_those_that_backtrace_finds(String flags) throws IOException {
        Path output = folder.resolve("output");
        List<List<String>> walked = new ArrayList<>();
        LaunchRequest request =
                LaunchRequest.of(Fixtures.c("cframes", flags.split(" "))).withStdout(output);
        try (LiveSession session = LiveSession.launch(request)) {
            session.addBreakpoint(Where.parse("reached"), Condition.ALWAYS);
            for (Stop stop = session.resume(); !stop.ended(); stop = session.resume()) {
                if (stop.breakpoint().isPresent()) {
                    walked.add(physical(session.frames(stop.thread().orElseThrow())));
                }
            }
        }
        List<List<String>> printed = Files.readAllLines(output).stream()
                .map(line -> List.of(line.trim().split(" ")))
                .toList();
        System.out.println(flags + ": " + printed.stream().mapToInt(List::size).sum() + " frames compared");
        assertEquals(3, printed.size());
        assertTrue(printed.getFirst().size() > 9, printed.toString());
        assertEquals(printed, walked);
    }

    /** The return addresses outside tell(), each physical frame's once. */
    private static List<String> physical(Iterable<Frame> frames) {
        List<String> found = new ArrayList<>();
        Optional<Frame> last = Optional.empty();
        int count = 0;
        for (Frame frame : frames) {
            boolean inlined = last.filter(inner ->
                            inner.cfa().equals(frame.cfa()) && inner.pc().equals(frame.pc()))
                    .isPresent();
            if (!inlined && ++count > 2) {
                found.add("0x" + Long.toHexString(frame.pc().value()));
            }
            last = Optional.of(frame);
        }
        return found;
    }
}
