package gjdbg.testbins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A command that has ended: what it printed, and its exit status (128 and the signal's number after a signal). */
public record Run(int status, String out, String err) {
    private static final int MINUTES = 5;

    /** @param environment entries as {@code NAME=value}, on top of this process's own */
    public static Run of(List<String> command, Path folder, List<String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        for (String entry : environment) {
            int equals = entry.indexOf('=');
            builder.environment().put(entry.substring(0, equals), entry.substring(equals + 1));
        }
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end within " + MINUTES + " minutes");
            }
            return new Run(process.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException with what it printed where it fails */
    public static void checked(List<String> command, Path folder, List<String> environment) {
        Run run = of(command, folder, environment);
        if (run.status != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + run.out + run.err);
        }
    }

    private static String text(java.io.InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
