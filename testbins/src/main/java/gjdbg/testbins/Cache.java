package gjdbg.testbins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Folders of built things outside of the source tree, each named for what it was made from. */
public final class Cache {
    private Cache() {}

    /** {@code $XDG_CACHE_HOME/gjdbg/fixtures}, or in {@code ~/.cache}. */
    public static Path root() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured == null || configured.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return base.resolve("gjdbg").resolve("fixtures");
    }

    /** The folder for these sources and options; made by the maker in a staging folder if it is not there yet. */
    static Path folder(String name, Sources sources, String options, Consumer<Path> maker) {
        String key = Sources.digest(sources.digest() + options);
        return folder(root().resolve(name + "-" + key), maker);
    }

    /** Several processes may ask at once: one makes it, under a lock, and renames it into place when it is whole. */
    public static Path folder(Path wanted, Consumer<Path> maker) {
        if (Files.isDirectory(wanted)) {
            return wanted;
        }
        try {
            Files.createDirectories(wanted.getParent());
            Path lockFile = wanted.resolveSibling(wanted.getFileName() + ".lock");
            synchronized (Cache.class) {
                try (FileChannel channel =
                                FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    if (!Files.isDirectory(wanted)) {
                        Path staging = Files.createTempDirectory(wanted.getParent(), "staging-");
                        maker.accept(staging);
                        Files.move(staging, wanted, StandardCopyOption.ATOMIC_MOVE);
                    }
                }
            }
            return wanted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
