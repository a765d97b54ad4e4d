package gjdbg.target.linux;

import gjdbg.target.Address;
import gjdbg.target.Mapping;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What proc(5) tells of a process. A process that is gone reads as empty. */
final class ProcessFiles {
    private ProcessFiles() {}

    static String threadName(int pid, int tid) {
        String name = text(of(pid).resolve("task/" + tid + "/comm"));
        return name.endsWith("\n") ? name.substring(0, name.length() - 1) : name;
    }

    static boolean isThreadOf(int pid, int tid) {
        return Files.exists(of(pid).resolve("task/" + tid));
    }

    /** The ids of all threads, in no order. */
    static List<Integer> threads(int pid) {
        List<Integer> ids = new ArrayList<>();
        String[] names = of(pid).resolve("task").toFile().list();
        for (String name : names == null ? new String[0] : names) {
            ids.add(Integer.valueOf(name));
        }
        return ids;
    }

    /** The letter of the state: R running, S sleeping, D in the kernel, T stopped, t traced, Z zombie, X dead. */
    static Optional<Character> state(int pid, int tid) {
        String stat = text(of(pid).resolve("task/" + tid + "/stat"));
        int name = stat.lastIndexOf(") ");
        return name < 0 || name + 2 >= stat.length() ? Optional.empty() : Optional.of(stat.charAt(name + 2));
    }

    /** A number in /proc/pid/status, by the name before its colon. */
    static OptionalInt status(int pid, String name) {
        for (String line : text(of(pid).resolve("status")).split("\n")) {
            if (line.startsWith(name + ":")) {
                String[] words = line.substring(name.length() + 1).trim().split("\\s+");
                return OptionalInt.of(Integer.parseInt(words[0]));
            }
        }
        return OptionalInt.empty();
    }

    /** Whether a mask of /proc/pid/task/tid/status, such as SigBlk, has that signal; a thread that is gone has none. */
    static boolean hasSignal(int pid, int tid, String mask, int signal) {
        for (String line : text(of(pid).resolve("task/" + tid + "/status")).split("\n")) {
            if (line.startsWith(mask + ":")) {
                return (Long.parseUnsignedLong(line.substring(mask.length() + 1).strip(), 16) >>> (signal - 1) & 1)
                        != 0;
            }
        }
        return false;
    }

    static List<String> arguments(int pid) {
        return texts(of(pid).resolve("cmdline"));
    }

    static List<String> environment(int pid) {
        return texts(of(pid).resolve("environ"));
    }

    /** Each ends with a zero. */
    private static List<String> texts(Path file) {
        String all = text(file);
        if (all.isEmpty()) {
            return List.of();
        }
        return List.of((all.endsWith("\0") ? all.substring(0, all.length() - 1) : all).split("\0", -1));
    }

    /**
     * The executable's file. One that was deleted or replaced since has no name, so it is the link in /proc then, through
     * which it can still be read.
     */
    static Path executable(int pid) {
        Path link = of(pid).resolve("exe");
        try {
            Path target = Files.readSymbolicLink(link);
            return target.toString().endsWith(" (deleted)") && !Files.exists(target) ? link : target;
        } catch (IOException e) {
            return link;
        }
    }

    static OptionalLong auxiliary(byte[] vector, long type) {
        ByteBuffer words = ByteBuffer.wrap(vector).order(ByteOrder.nativeOrder());
        while (words.remaining() >= 16) {
            long key = words.getLong();
            long value = words.getLong();
            if (key == type) {
                return OptionalLong.of(value);
            }
        }
        return OptionalLong.empty();
    }

    static byte[] auxiliaryVector(int pid) {
        return bytes(of(pid).resolve("auxv"));
    }

    /** /proc/pid/maps: start-end perms offset device inode, and a path that may have spaces. */
    static List<Mapping> mappings(int pid) {
        String text = text(of(pid).resolve("maps"));
        List<Mapping> mappings = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            mappings.add(mapping(text, start, end));
            start = end + 1;
        }
        return List.copyOf(mappings);
    }

    static Mapping mapping(String text, int start, int end) {
        int dash = text.indexOf('-', start);
        int permissions = text.indexOf(' ', dash) + 1;
        int offset = permissions + 5;
        int device = text.indexOf(' ', offset) + 1;
        int inode = text.indexOf(' ', device) + 1;
        int inodeEnd = text.indexOf(' ', inode);
        inodeEnd = inodeEnd < 0 || inodeEnd > end ? end : inodeEnd;
        return new Mapping(
                new Address(Long.parseUnsignedLong(text, start, dash, 16)),
                new Address(Long.parseUnsignedLong(text, dash + 1, permissions - 1, 16)),
                text.charAt(permissions) == 'r',
                text.charAt(permissions + 1) == 'w',
                text.charAt(permissions + 2) == 'x',
                Long.parseUnsignedLong(text, offset, device - 1, 16),
                Long.parseLong(text, inode, inodeEnd, 10),
                text.substring(inodeEnd, end).strip());
    }

    private static Path of(int pid) {
        return Path.of("/proc", Integer.toString(pid));
    }

    /** A file of /proc/pid as text; "" of a process that is gone. */
    static String text(int pid, String name) {
        return text(of(pid).resolve(name));
    }

    private static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
