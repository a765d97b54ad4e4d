package gjdbg.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Where the lines of earlier sessions are: $XDG_STATE_HOME/gjdbg/history (XDG base directories), for its owner alone. */
final class HistoryFile {
    private HistoryFile() {}

    /** Makes it; empty where it can't be written, for then there is history of this session only. */
    static Optional<Path> prepare() {
        try {
            Path file = folder().resolve("history");
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return Files.isWritable(file) ? Optional.of(file) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Path folder() {
        String state = System.getenv("XDG_STATE_HOME");
        // a relative path is to be ignored
        return state != null && state.startsWith("/")
                ? Path.of(state, "gjdbg")
                : Path.of(System.getProperty("user.home"), ".local", "state", "gjdbg");
    }
}
