package gjdbg.examples.prompt;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A pseudo-terminal (pty(7)) with a process in a session of its own on it, as a terminal window has. */
final class PseudoTerminal implements AutoCloseable {
    private static final int O_RDWR = 2;
    private static final int O_NOCTTY = 0x100;
    private static final int O_CLOEXEC = 0x80000;
    private static final long TIOCSWINSZ = 0x5414;

    private final int fd;
    private final Process process;

    /** The few calls of the C library that Java has nothing for. */
    interface C extends Library {
        C CALLS = Native.load("c", C.class);

        int posix_openpt(int flags);

        int grantpt(int fd);

        int unlockpt(int fd);

        int ptsname_r(int fd, byte[] name, long length);

        int ioctl(int fd, long request, short[] argument);

        long read(int fd, byte[] bytes, long length);

        long write(int fd, byte[] bytes, long length);

        int close(int fd);
    }

    PseudoTerminal(List<String> command, Map<String, String> environment, Path folder, int columns, int rows)
            throws IOException {
        fd = C.CALLS.posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
        byte[] name = new byte[64];
        if (fd < 0
                || C.CALLS.grantpt(fd) != 0
                || C.CALLS.unlockpt(fd) != 0
                || C.CALLS.ptsname_r(fd, name, name.length) != 0) {
            throw new IOException("no pseudo-terminal can be had");
        }
        resize(columns, rows);
        Path slave = Path.of(Native.toString(name));
        List<String> line = new java.util.ArrayList<>(List.of("setsid", "--ctty", "--wait"));
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().remove("NO_COLOR");
        builder.environment().putAll(environment);
        process = builder.redirectInput(slave.toFile())
                .redirectOutput(slave.toFile())
                .redirectError(slave.toFile())
                .start();
    }

    /** The processes that share the terminal get a SIGWINCH. */
    void resize(int columns, int rows) {
        C.CALLS.ioctl(fd, TIOCSWINSZ, new short[] {(short) rows, (short) columns, 0, 0});
    }

    void write(byte[] bytes) {
        for (int done = 0; done < bytes.length; ) {
            byte[] rest = java.util.Arrays.copyOfRange(bytes, done, bytes.length);
            done += (int) Math.max(0, C.CALLS.write(fd, rest, rest.length));
        }
    }

    /** What the processes wrote, at least one byte; -1 when no process has the terminal any more. */
    int read(byte[] bytes) {
        return (int) C.CALLS.read(fd, bytes, bytes.length);
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        C.CALLS.close(fd);
    }
}
