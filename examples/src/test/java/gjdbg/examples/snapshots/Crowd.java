package gjdbg.examples.snapshots;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gjdbg.testbins.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A running program that has got to where it waits for its input. */
final class Crowd implements AutoCloseable {
    static final Path PACKED =
            Path.of("..").toAbsolutePath().normalize().resolve("scripting/target/dist/gjdbg/bin/gjdbg");

    private final Process process;
    private final BufferedReader out;

    private Crowd(Process process) {
        this.process = process;
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Crowd start(Path program, int workers) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "" + workers, "--api-key=hidden");
        builder.environment().put("CROWD_API_TOKEN", "hidden");
        builder.environment().put("CROWD_DATABASE", "postgres://user:hidden@host/crowd");
        Crowd crowd = new Crowd(builder.start());
        assertEquals("ready", crowd.out.readLine());
        return crowd;
    }

    long pid() {
        return process.pid();
    }

    /** Of this process, by the real command, which has to succeed. */
    Run snapshot(String... options) {
        Run run = gjdbg(options, "" + pid());
        assertEquals(0, run.status(), run.err());
        return run;
    }

    static Run gjdbg(String[] options, String... target) {
        List<String> words = new ArrayList<>(List.of(PACKED.toString(), "snapshot"));
        words.addAll(List.of(options));
        words.addAll(List.of(target));
        return Run.of(words, Path.of("").toAbsolutePath(), List.of());
    }

    /** Lets it end by itself, which it does with status 0 when it was let go unharmed. */
    int end() throws IOException, InterruptedException {
        process.getOutputStream().write('\n');
        process.getOutputStream().close();
        return process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
