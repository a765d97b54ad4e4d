package gjdbg.elf;

import gjdbg.bytes.Bytes;
import gjdbg.error.BadRequest;
import gjdbg.error.MalformedFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Maps a file into memory, up to the 2 GB that a buffer holds. */
final class FileMapping {
    private FileMapping() {}

    static Bytes map(Path path) {
        if (Files.isDirectory(path)) {
            throw new BadRequest(path + ": is a directory, not a program");
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size > Integer.MAX_VALUE) {
                throw new MalformedFile(
                        path.toString(), "", -1, "has " + size + " bytes, more than the 2 GB that gjdbg reads");
            }
            return Bytes.of(path.toString(), "", channel.map(FileChannel.MapMode.READ_ONLY, 0, size));
        } catch (IOException e) {
            throw Unreadable.of(path, e);
        }
    }
}
