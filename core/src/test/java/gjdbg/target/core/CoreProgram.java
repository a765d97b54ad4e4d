package gjdbg.target.core;

import gjdbg.testbins.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A running program to attach to or to let crash, allowed to write cores. It is no child of this process: the JDK waits for
 * its children, and would take the tracer's events.
 */
final class CoreProgram implements AutoCloseable {
    private static final String SHELL =
            "ulimit -c unlimited; exec 3<&0; " + "sh -c 'echo $$; exec \"$0\" \"$@\"' \"$0\" \"$@\" <&3 & wait $!";

    private final int pid;
    private final Process shell;

    private CoreProgram(int pid, Process shell) {
        this.pid = pid;
        this.shell = shell;
    }

    /** Starts it in the folder, and waits until it says that it is ready. */
    static CoreProgram start(Path folder, Path program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", SHELL, program.toString()));
        command.addAll(List.of(arguments));
        Process shell = CompletableFuture.supplyAsync(() -> {
                    try {
                        return new ProcessBuilder(command)
                                .directory(folder.toFile())
                                .redirectError(folder.resolve("stderr").toFile())
                                .start();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .join();
        BufferedReader output = shell.inputReader();
        int pid = Integer.parseInt(output.readLine());
        String line = output.readLine();
        while (line != null && !line.equals("ready")) {
            line = output.readLine();
        }
        return new CoreProgram(pid, shell);
    }

    int pid() {
        return pid;
    }

    /** Stops all its threads where they are, as job control does. */
    void freeze() throws IOException, InterruptedException {
        // until it waits in its system call
        Thread.sleep(100);
        Run.of(List.of("kill", "-STOP", Integer.toString(pid)), Path.of("/"), List.of());
        Thread.sleep(100);
    }

    /** Writes to what it reads from. */
    void say(String text) throws IOException {
        shell.outputWriter().write(text);
        shell.outputWriter().flush();
    }

    /** Waits for its end. */
    void awaitEnd() throws InterruptedException {
        if (!shell.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("process " + pid + " does not end");
        }
    }

    @Override
    public void close() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
    }
}
