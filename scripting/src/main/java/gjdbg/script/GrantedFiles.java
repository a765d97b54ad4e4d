package gjdbg.script;

import gjdbg.error.BadRequest;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Files that a script may read and write because the command line says so: {@code gjdbg.fs}. */
final class GrantedFiles {
    private final Grants grants;

    GrantedFiles(Grants grants) {
        this.grants = grants;
    }

    String read(String name) {
        try {
            Path real = path(name).toRealPath();
            require(real, grants.read(), "read", "--allow-read");
            return Files.readString(real);
        } catch (IOException e) {
            throw failed("read", name, e);
        }
    }

    /** What writes a file that is not there yet. */
    interface Writing {
        void to(Path file) throws IOException;
    }

    void write(String name, String text) {
        write(name, file -> Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** Writes a file beside and renames it: a full disk leaves what was there. */
    void write(String name, Writing writing) {
        Path path = path(name).toAbsolutePath().normalize();
        Path temporary = null;
        try {
            if (path.getParent() == null) {
                throw new BadRequest("cannot write " + name + ": it is a folder");
            }
            Path parent = path.getParent().toRealPath();
            require(parent, grants.write(), "write", "--allow-write");
            Path target = parent.resolve(path.getFileName());
            if (Files.isSymbolicLink(target)) {
                // what the link names is written, so that the link stays
                target = target.toRealPath();
                require(target, grants.write(), "write", "--allow-write");
            }
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                throw new BadRequest("cannot write " + name + ": it is "
                        + (Files.isDirectory(target) ? "a folder" : "no regular file"));
            }
            temporary = target.resolveSibling(".gjdbg-" + Long.toHexString(System.nanoTime()) + ".tmp");
            writing.to(temporary);
            if (Files.exists(target)) {
                Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            temporary = null;
        } catch (IOException e) {
            throw failed("write", name, e);
        } finally {
            discard(temporary);
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new BadRequest("'" + e.getInput().replace("\0", "\\0") + "' is no path: " + e.getReason(), e);
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
        String why =
                switch (e) {
                    case NoSuchFileException missing -> "no such file or folder";
                    case AccessDeniedException denied -> "permission denied";
                    case CharacterCodingException coding -> "it is not UTF-8 text";
                    case FileSystemException other ->
                        other.getReason() == null ? other.getMessage() : other.getReason();
                    case IOException other -> other.getMessage();
                };
        return new BadRequest("cannot " + action + " " + name + ": " + why, e);
    }
}
