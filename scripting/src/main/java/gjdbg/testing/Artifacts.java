package gjdbg.testing;

import gjdbg.script.CoreDump;
import gjdbg.script.Grants;
import gjdbg.script.SnapshotFile;
import gjdbg.session.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is kept of failures: a folder for each that a run has, named after the test. */
final class Artifacts {
    private static final int MOST_NAME = 100;

    private final Path root;
    private final Optional<String> problem;

    private Artifacts(Path root, Optional<String> problem) {
        this.root = root;
        this.problem = problem;
    }

    /** Makes the folder; that it can't be written is no reason not to run tests. */
    static Artifacts in(Path root) {
        try {
            Files.createDirectories(root);
            Path probe = Files.createTempFile(root, ".gjdbg-", ".tmp");
            Files.delete(probe);
            return new Artifacts(root, Optional.empty());
        } catch (FileAlreadyExistsException e) {
            return new Artifacts(root, Optional.of("it is no folder"));
        } catch (IOException e) {
            return new Artifacts(root, Optional.of(Reporters.reason(root, e)));
        }
    }

    /** Why nothing can be kept. */
    Optional<String> problem() {
        return problem;
    }

    /** A folder for one attempt, which is there when this returns. */
    Optional<Path> folder(TestCase test, int repetition, int repetitions, int attempt) {
        if (problem.isPresent()) {
            return Optional.empty();
        }
        String name = slug(test.file().name()) + "-" + (test.index() + 1) + "-" + slug(test.name());
        String cut = name.length() > MOST_NAME ? name.substring(0, MOST_NAME) : name;
        Path folder = root.resolve(
                cut + (repetitions > 1 ? "-run" + repetition : "") + (attempt > 1 ? "-attempt" + attempt : ""));
        try {
            delete(folder);
            return Optional.of(Files.createDirectories(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String slug(String text) {
        return text.replaceAll("\\.m?js$", "").replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** Keeps what a failure has, and nothing of what passed. Returns what could not be kept. */
    static List<String> keep(Path folder, Attempt attempt) {
        List<String> problems = new ArrayList<>();
        try {
            if (attempt.failure().isEmpty()) {
                delete(folder);
                return problems;
            }
            Failure failure = attempt.failure().get();
            Files.writeString(folder.resolve("failure.txt"), new FailureText(new Colours(false)).of(failure, attempt));
            Files.writeString(folder.resolve("failure.json"), Json.write(FailureData.of(failure)) + "\n");
            Files.writeString(folder.resolve("stdout.txt"), attempt.stdout());
            Files.writeString(folder.resolve("stderr.txt"), attempt.stderr());
            Files.writeString(folder.resolve("console.txt"), attempt.console());
            if (failure.stacks().isPresent()) {
                Files.writeString(
                        folder.resolve("stacks.txt"), stacks(failure.stacks().get()));
            }
        } catch (IOException e) {
            problems.add("cannot keep " + folder + ": " + Reporters.reason(folder, e));
        }
        return problems;
    }

    private static String stacks(Failure.Stacks stacks) {
        StringBuilder text = new StringBuilder();
        for (Failure.OneStack stack : stacks.stacks()) {
            text.append(stack.title()).append('\n');
            stack.frames().forEach(frame -> text.append("    ").append(frame).append('\n'));
            text.append('\n');
        }
        return text.append(stacks.left() > 0 ? stacks.left() + " more " + stacks.of() + "\n" : "")
                .toString();
    }

    /** In the worker. */
    static void keepCore(Path folder, Session session) {
        Grants folderOnly = new Grants(List.of(), List.of(folder), false);
        new CoreDump(session, folderOnly).write(folder.resolve("core").toString());
    }

    /** In the worker: a snapshot, given as JSON, as a page for a browser and for other programs. */
    static void keepSnapshot(Path folder, String json) {
        SnapshotFile.to(folder.resolve("snapshot.html")).write(json);
        SnapshotFile.to(folder.resolve("snapshot.json")).write(json);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
