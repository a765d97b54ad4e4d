package gjdbg.script;

import gjdbg.error.BadRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Files that a script may read and write because the command line says so: {@code gjdbg.fs}. */
final class GrantedFiles {
    private final Grants grants;

    GrantedFiles(Grants grants) {
        this.grants = grants;
    }

    String read(String name) {
        Path path = Path.of(name);
        try {
            Path real = path.toRealPath();
            require(real, grants.read(), "read", "--allow-read");
            return Files.readString(real);
        } catch (IOException e) {
            throw failed("read", name, e);
        }
    }

    /** Writes a file beside and renames it: a full disk leaves what was there. */
    void write(String name, String text) {
        Path path = Path.of(name).toAbsolutePath();
        Path temporary = null;
        try {
            Path parent = path.getParent().toRealPath();
            require(parent, grants.write(), "write", "--allow-write");
            Path target = parent.resolve(path.getFileName());
            if (Files.isSymbolicLink(target)) {
                require(target.toRealPath(), grants.write(), "write", "--allow-write");
            }
            temporary = Files.createTempFile(parent, ".gjdbg-", ".tmp");
            Files.writeString(temporary, text);
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            discard(temporary);
            throw failed("write", name, e);
        }
    }

    private static void discard(Path temporary) {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            // the first failure is the one to tell of
        }
    }

    private static void require(Path real, List<Path> granted, String action, String option) throws IOException {
        for (Path each : granted) {
            if (real.startsWith(each.toRealPath())) {
                return;
            }
        }
        throw new BadRequest("the script may not " + action + " " + real + "; grant it with " + option + "="
                + (Files.isDirectory(real) ? real : real.getParent()));
    }

    private static BadRequest failed(String action, String name, IOException e) {
        return new BadRequest("cannot " + action + " " + name + ": " + e.getMessage(), e);
    }
}
