package gjdbg.target.linux;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * posix_spawn(3) of a child that has nothing of the JVM's in it: an empty signal mask, every signal's default action, no
 * files but the standard three. It stays in gjdbg's process group and so keeps the terminal.
 */
final class Spawn {
    /** Enough for posix_spawnattr_t and posix_spawn_file_actions_t of the GNU C library. */
    private static final int STRUCT_SIZE = 512;

    private static final int SIGSET_SIZE = 128;
    private static final short SETSIGDEF = 4;
    private static final short SETSIGMASK = 8;
    private static final int ADDR_NO_RANDOMIZE = 0x4_0000;
    private static final long ASK_PERSONALITY = 0xffff_ffffL;
    private static final int CREATE = SystemCalls.O_WRONLY | SystemCalls.O_CREAT | SystemCalls.O_TRUNC;

    private Spawn() {}

    /** Returns the child's process id. */
    static int spawn(LaunchRequest request, String program, List<String> commandLine) {
        Scratch attributes = new Scratch(STRUCT_SIZE);
        Scratch actions = new Scratch(STRUCT_SIZE);
        Scratch all = new Scratch(SIGSET_SIZE);
        all.bytes.putLong(0, -1L);
        Scratch none = new Scratch(SIGSET_SIZE);
        Scratch pid = new Scratch(4);
        StringArray arguments = new StringArray(commandLine.toArray(new String[0]), StandardCharsets.UTF_8.name());
        Memory path = text(program);
        SystemCalls.posix_spawnattr_init(attributes.address);
        SystemCalls.posix_spawnattr_setflags(attributes.address, (short) (SETSIGDEF | SETSIGMASK));
        SystemCalls.posix_spawnattr_setsigdefault(attributes.address, all.address);
        SystemCalls.posix_spawnattr_setsigmask(attributes.address, none.address);
        SystemCalls.posix_spawn_file_actions_init(actions.address);
        request.stdin().ifPresent(file -> redirect(actions, 0, file, SystemCalls.O_RDONLY));
        request.stdout().ifPresent(file -> redirect(actions, 1, file, CREATE));
        if (request.stderr().isPresent() && request.stderr().equals(request.stdout())) {
            SystemCalls.posix_spawn_file_actions_adddup2(actions.address, 1, 2);
        } else {
            request.stderr().ifPresent(file -> redirect(actions, 2, file, CREATE));
        }
        closeOthers(actions);
        Optional<StringArray> environment = request.environment().map(Spawn::environment);
        long environ = environment
                .map(Pointer::nativeValue)
                .orElseGet(() -> Pointer.nativeValue(NativeLibrary.getProcess()
                        .getGlobalVariableAddress("environ")
                        .getPointer(0)));
        int persona = request.disableAslr() ? SystemCalls.personality(ASK_PERSONALITY) : 0;
        if (request.disableAslr()) {
            SystemCalls.personality(persona | ADDR_NO_RANDOMIZE);
        }
        try {
            int error = SystemCalls.posix_spawn(
                    pid.address,
                    Pointer.nativeValue(path),
                    actions.address,
                    attributes.address,
                    Pointer.nativeValue(arguments),
                    environ);
            if (error != 0) {
                throw SystemCalls.failed("posix_spawn of " + program, error, redirections(request));
            }
        } finally {
            if (request.disableAslr()) {
                SystemCalls.personality(persona);
            }
            SystemCalls.posix_spawn_file_actions_destroy(actions.address);
            SystemCalls.posix_spawnattr_destroy(attributes.address);
            path.close();
        }
        return pid.bytes.getInt(0);
    }

    /** The C library copies the path. */
    private static void redirect(Scratch actions, int fd, Path file, int flags) {
        try (Memory path = text(file.toString())) {
            SystemCalls.posix_spawn_file_actions_addopen(actions.address, fd, Pointer.nativeValue(path), flags, 0666);
        }
    }

    /** The JVM opens its files without O_CLOEXEC; the child gets the three standard ones only. */
    private static void closeOthers(Scratch actions) {
        String[] open = Path.of("/proc/self/fd").toFile().list();
        for (String fd : open == null ? new String[0] : open) {
            if (Integer.parseInt(fd) > 2) {
                SystemCalls.posix_spawn_file_actions_addclose(actions.address, Integer.parseInt(fd));
            }
        }
    }

    private static Memory text(String string) {
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        Memory memory = new Memory(bytes.length + 1L);
        memory.write(0, bytes, 0, bytes.length);
        memory.setByte(bytes.length, (byte) 0);
        return memory;
    }

    private static StringArray environment(Map<String, String> variables) {
        String[] entries = variables.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        return new StringArray(entries, StandardCharsets.UTF_8.name());
    }

    private static String redirections(LaunchRequest request) {
        return request.stdin().isEmpty()
                        && request.stdout().isEmpty()
                        && request.stderr().isEmpty()
                ? ""
                : "check that the files for stdin, stdout and stderr can be opened";
    }
}
