package gjdbg.target.linux;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Small C programs, compiled once each and run. */
final class CProgram {
    private static final Map<String, Path> BUILT = new HashMap<>();

    private CProgram() {}

    /** Compiles the source with gcc; the same source gives the same file. */
    static synchronized Path build(String source) {
        return BUILT.computeIfAbsent(source, CProgram::compile);
    }

    private static Path compile(String source) {
        try {
            Path directory = Files.createTempDirectory("gjdbg-c");
            Path file = directory.resolve("program.c");
            Files.writeString(file, source);
            Path program = directory.resolve("program");
            Process gcc = start("gcc", "-O1", "-g", "-pthread", "-o", program.toString(), file.toString());
            if (gcc.waitFor() != 0) {
                throw new AssertionError("gcc failed on " + file);
            }
            for (Path made : new Path[] {program, file, directory}) {
                made.toFile().deleteOnExit();
            }
            return program;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Started by another thread than the caller's, whose children a tracer would reap. */
    static Process start(String... command) {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return new ProcessBuilder(command)
                                .redirectError(ProcessBuilder.Redirect.INHERIT)
                                .start();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .join();
    }

    /**
     * A program to attach to, as no child of this process: the JDK waits for its children, and would take the tracer's
     * events. A shell waits for the program and gives its status on.
     */
    static Running run(Path program) {
        String script = "exec 3<&0; sh -c 'echo $$; exec \"$0\"' \"$0\" <&3 & wait $!";
        Process shell = start("sh", "-c", script, program.toString());
        BufferedReader output = shell.inputReader();
        try {
            return new Running(Integer.parseInt(output.readLine()), shell, output);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    record Running(int pid, Process shell, BufferedReader output) {
        void say(String line) throws IOException {
            shell.outputWriter().write(line + "\n");
            shell.outputWriter().flush();
        }

        /** As a shell gives it: 128 and the signal's number for one that was killed. */
        int exitStatus() throws InterruptedException {
            if (!shell.waitFor(20, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
                throw new AssertionError("process " + pid + " hangs");
            }
            return shell.exitValue();
        }
    }
}
