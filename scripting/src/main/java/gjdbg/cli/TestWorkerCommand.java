package gjdbg.cli;

import gjdbg.testing.Worker;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What {@code gjdbg test} starts for each test. */
@Command(name = "test-worker", hidden = true)
final class TestWorkerCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        PrintStream events = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        // whatever else prints must not come between the events
        System.setOut(System.err);
        new Worker(Main.engine(), events).run();
        return Main.DONE;
    }
}
