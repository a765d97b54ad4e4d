package gjdbg.target.linux;

import gjdbg.error.BadRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says beforehand, and clearly, why a program can't be launched. */
final class LaunchCheck {
    private static final int ENOENT = 2;
    private static final int ENOEXEC = 8;
    private static final int EACCES = 13;
    private static final int ETXTBSY = 26;

    private LaunchCheck() {}

    static void check(LaunchRequest request) {
        Path file = request.executable();
        if (!Files.exists(file)) {
            throw new BadRequest("no such program: " + file);
        }
        if (!Files.isRegularFile(file)) {
            throw new BadRequest(
                    file + " is " + (Files.isDirectory(file) ? "a directory" : "no regular file") + ", not a program");
        }
        if (!Files.isExecutable(file)) {
            throw new BadRequest(file + " is not executable; try: chmod +x " + file);
        }
        checkMachine(file);
        request.workingDirectory().ifPresent(directory -> {
            if (!Files.isDirectory(directory)) {
                throw new BadRequest("no such directory to run in: " + directory);
            }
        });
        request.stdin().ifPresent(input -> {
            if (!Files.isReadable(input) || Files.isDirectory(input)) {
                throw new BadRequest("cannot read the file for stdin: " + input);
            }
        });
        request.stdout().ifPresent(output -> checkOutput("stdout", output));
        request.stderr().ifPresent(output -> checkOutput("stderr", output));
    }

    private static void checkOutput(String name, Path file) {
        Path directory = file.toAbsolutePath().getParent();
        boolean good = Files.exists(file)
                ? Files.isWritable(file) && !Files.isDirectory(file)
                : directory != null && Files.isWritable(directory);
        if (!good) {
            throw new BadRequest("cannot write the file for " + name + ": " + file);
        }
    }

    /** e_ident and e_machine of the ELF header: the shell would take anything else for a script of its own. */
    private static void checkMachine(Path file) {
        byte[] header;
        try (InputStream in = Files.newInputStream(file)) {
            header = in.readNBytes(20);
        } catch (IOException e) {
            throw new BadRequest("cannot read " + file + ": " + e.getMessage(), e);
        }
        ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        if (header.length < 20 || fields.getInt(0) != 0x464c457f) {
            throw new BadRequest(file + " is no ELF program"
                    + (header.length > 1 && header[0] == '#' && header[1] == '!'
                            ? "; to debug a script, launch its interpreter"
                            : ""));
        }
        if (header[4] != 2 || header[5] != 1 || fields.getShort(18) != 62) {
            throw new BadRequest(file + " is no program for x86-64");
        }
    }

    /** How execve(2) failed. */
    static BadRequest refused(Path file, int errno) {
        String why =
                switch (errno) {
                    case ENOENT -> "the dynamic linker that it asks for is not there";
                    case ENOEXEC -> "the kernel finds no program of this machine in it";
                    case EACCES -> "no permission: its file system may be mounted noexec";
                    case ETXTBSY -> "it is open for writing";
                    default -> SystemCalls.strerror(errno);
                };
        return new BadRequest("cannot launch " + file + ": " + why);
    }
}
