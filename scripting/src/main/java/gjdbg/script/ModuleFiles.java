package gjdbg.script;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;

/**
 * The files that the JavaScript engine sees: modules in the script's own folder and in those that were granted, read only,
 * and the modules that gjdbg brings. Everything else does not exist.
 */
final class ModuleFiles implements FileSystem {
    private static final Path BUILT_IN = Path.of("/gjdbg.builtin");
    private static final String LIBRARY = "gjdbg/stdlib/";
    private static final String TEST = "gjdbg/test";
    /** What the module of {@link #TEST} imports by relative path. */
    private static final String TESTING = "gjdbg/testing/";

    private final List<Path> readable = new ArrayList<>();
    private final byte[] gjdbgModule;
    private Path folder = Path.of("").toAbsolutePath();

    /** @param gjdbgModule the source of the module 'gjdbg' */
    ModuleFiles(byte[] gjdbgModule) {
        this.gjdbgModule = gjdbgModule;
    }

    /** Before this nothing can be read. */
    void open(Path scriptFolder, Grants grants) throws IOException {
        folder = scriptFolder.toRealPath();
        readable.add(folder);
        for (Path granted : grants.read()) {
            readable.add(granted.toAbsolutePath().normalize());
            readable.add(granted.toRealPath());
        }
    }

    @Override
    public Path parsePath(URI uri) {
        if (!"file".equals(uri.getScheme())) {
            throw new UnsupportedOperationException("scripts import files, not " + uri);
        }
        return Path.of(uri);
    }

    @Override
    public Path parsePath(String path) {
        if (path.equals("gjdbg") || path.equals(TEST) || path.startsWith(LIBRARY)) {
            return BUILT_IN.resolve(path);
        }
        return Path.of(path);
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... linkOptions) throws IOException {
        if (modes.contains(AccessMode.WRITE) || modes.contains(AccessMode.EXECUTE)) {
            throw new SecurityException("scripts may not write to " + path);
        }
        if (builtIn(path) == null) {
            allowed(path);
        }
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        byte[] content = builtIn(path);
        if (content == null) {
            content = Files.readAllBytes(allowed(path));
        }
        return new BytesChannel(content);
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return folder.resolve(path);
    }

    @Override
    public Path toRealPath(Path path, LinkOption... linkOptions) throws IOException {
        return builtIn(path) != null ? path : allowed(path);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        byte[] content = builtIn(path);
        if (content != null) {
            return Map.of("isRegularFile", true, "isDirectory", false, "size", (long) content.length);
        }
        return Files.readAttributes(allowed(path), attributes, options);
    }

    @Override
    public void createDirectory(Path folderToMake, FileAttribute<?>... attributes) {
        throw new SecurityException("scripts may not make folders");
    }

    @Override
    public void delete(Path path) {
        throw new SecurityException("scripts may not delete files");
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter) {
        throw new SecurityException("scripts may not list folders");
    }

    /** The real path, if it is in a folder that the script may read: links and dots lead nowhere else. */
    private Path allowed(Path path) throws IOException {
        Path lexical = folder.resolve(path).normalize();
        // before anything is looked up, so that what lies outside can't be told to exist
        if (!readable(lexical)) {
            throw refused(path, lexical);
        }
        Path real = lexical.toRealPath();
        if (!readable(real)) {
            throw refused(path, real);
        }
        return real;
    }

    private boolean readable(Path path) {
        for (Path each : readable) {
            if (path.startsWith(each)) {
                return true;
            }
        }
        return false;
    }

    private static SecurityException refused(Path path, Path where) {
        return new SecurityException(
                "the script may not read " + path + "; grant it with --allow-read=" + where.getParent());
    }

    private byte[] builtIn(Path path) throws IOException {
        if (!path.startsWith(BUILT_IN)) {
            return null;
        }
        String name = BUILT_IN.relativize(path).toString();
        if (name.equals("gjdbg")) {
            return gjdbgModule;
        }
        if (!name.equals(TEST) && !name.startsWith(LIBRARY) && !name.startsWith(TESTING)) {
            throw new NoSuchFileException(name);
        }
        String resource = name.endsWith(".js") ? name : name + ".js";
        try (InputStream stream = ModuleFiles.class.getResourceAsStream("/" + resource)) {
            if (stream == null) {
                throw new NoSuchFileException(name);
            }
            return stream.readAllBytes();
        }
    }
}
