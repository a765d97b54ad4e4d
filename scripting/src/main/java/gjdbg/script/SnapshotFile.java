package gjdbg.script;

import gjdbg.error.BadRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** A file for a snapshot, as JSON or as a page for a browser. It has what the program knew, so it is for its owner only. */
public final class SnapshotFile {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private final boolean page;

    private SnapshotFile(Path file, boolean page) {
        this.file = file;
        this.page = page;
    }

    /**
     * What can't work is said here, before the program is stopped.
     *
     * @throws BadRequest for a name that ends neither in .html nor in .json, or a folder that is not there or not writable
     */
    public static SnapshotFile to(Path file) {
        String name = file.toString();
        boolean page = name.endsWith(".html") || name.endsWith(".htm");
        if (!page && !name.endsWith(".json")) {
            throw new BadRequest("cannot tell what to write to " + file + ": its name has to end in .html or .json");
        }
        Path folder = folder(file);
        if (!Files.isDirectory(folder)) {
            throw new BadRequest("cannot write " + file + ": there is no folder " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw new BadRequest("cannot write " + file + ": permission denied");
        }
        if (Files.isDirectory(file)) {
            throw new BadRequest("cannot write " + file + ": it is a folder");
        }
        return new SnapshotFile(file, page);
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().normalize().getParent();
    }

    /**
     * Writes a file beside and renames it.
     *
     * @throws BadRequest when that fails; what was there is still there then
     */
    public void write(String json) {
        Grants grants = new Grants(List.of(), List.of(folder(file)), false);
        new GrantedFiles(grants).write(file.toString(), beside -> {
            try (FileChannel channel = FileChannel.open(
                            beside,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(OWNER));
                    Writer writer = new BufferedWriter(
                            new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8))) {
                writeTo(writer, json);
            }
        });
    }

    private void writeTo(Writer writer, String json) throws IOException {
        if (page) {
            SnapshotPage.write(writer, json);
        } else {
            writer.write(json);
            writer.write('\n');
        }
    }
}
