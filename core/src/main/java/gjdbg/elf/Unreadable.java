package gjdbg.elf;

import gjdbg.error.BadRequest;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What to say of a file that can't be read. */
final class Unreadable {
    private Unreadable() {}

    static BadRequest of(Path path, IOException e) {
        String why =
                switch (e) {
                    case NoSuchFileException missing -> "no such file";
                    case AccessDeniedException denied -> "permission denied";
                    default -> "cannot be read: " + e.getMessage();
                };
        return new BadRequest(path + ": " + why, e);
    }
}
