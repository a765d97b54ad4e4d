package gjdbg.target.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

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
}
