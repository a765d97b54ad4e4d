package gjdbg.testing;

import gjdbg.error.BadRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Makes those that the options ask for. */
final class Reporters {
    private Reporters() {}

    /** @throws BadRequest for a report that can't be written */
    static List<Reporter> of(RunOptions options, PrintStream out) {
        List<Reporter> reporters = new ArrayList<>();
        reporters.add(new ProgressReporter(out, options.colour()));
        options.junit().ifPresent(file -> {
            requireWritable("--junit", file);
            reporters.add(new JUnitReporter(file));
        });
        options.json().ifPresent(file -> {
            requireWritable("--json", file);
            try {
                reporters.add(new JsonReporter(file));
            } catch (IOException e) {
                throw unwritable("--json", file, e);
            }
        });
        if (options.github()) {
            reporters.add(new GitHubReporter(out));
        }
        return reporters;
    }

    /** Told before any test has run, and not after all of them. */
    private static void requireWritable(String option, Path file) {
        try {
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
        } catch (IOException e) {
            throw unwritable(option, file, e);
        }
    }

    private static BadRequest unwritable(String option, Path file, IOException e) {
        return new BadRequest("cannot write " + file + " for " + option + ": " + reason(file, e), e);
    }

    static String reason(Path file, IOException e) {
        return switch (e) {
            case NoSuchFileException missing ->
                "there is no folder " + file.toAbsolutePath().getParent();
            case AccessDeniedException denied -> "permission denied";
            case FileSystemException other -> other.getReason() == null ? other.getMessage() : other.getReason();
            case IOException other -> other.getMessage();
        };
    }
}
