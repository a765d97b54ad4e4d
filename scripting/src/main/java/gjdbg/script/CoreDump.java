package gjdbg.script;

import gjdbg.session.Session;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** {@code target.dump(path)}: a core file where the script may write, and a bar on a terminal while it takes its time. */
public final class CoreDump {
    private final Session session;
    private final GrantedFiles files;

    /** @param grants where it may be written */
    public CoreDump(Session session, Grants grants) {
        this.session = session;
        files = new GrantedFiles(grants);
    }

    public void write(String path) {
        files.write(path, this::write);
    }

    private void write(Path file) throws IOException {
        // a core has all that the process knew, so it is for its owner only
        Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (ProgressBar bar = ProgressBar.onTerminal("core dump");
                FileChannel channel = FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(owner))) {
            session.dump(channel, bar::reached);
        }
    }
}
