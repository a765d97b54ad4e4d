package gjdbg.target.core;

import gjdbg.bytes.Bytes;
import gjdbg.elf.CoreFile;
import gjdbg.elf.Note;
import gjdbg.target.Register;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the notes of a core tell (core(5), linux/elfcore.h, fs/binfmt_elf.c). Delve's have the same types with no owner.
 */
final class CoreNotes {
    static final int NT_PRSTATUS = 1;
    static final int NT_FPREGSET = 2;
    static final int NT_PRPSINFO = 3;
    static final int NT_AUXV = 6;
    static final int NT_X86_XSTATE = 0x202;
    static final int NT_FILE = 0x46494c45;
    static final int NT_SIGINFO = 0x53494749;

    /** Names of threads, by gjdbg: for each the id in four bytes, and sixteen of its name. */
    static final String OWN = "gjdbg";

    /** A number that no reader takes for a note of another owner. */
    static final int OWN_THREAD_NAMES = 0x676a6462;

    static final int NAME_SIZE = 16;

    /** In struct elf_prstatus: pr_cursig, pr_pid, pr_reg. */
    static final int CURRENT_SIGNAL = 12;

    static final int THREAD_ID = 32;
    static final int GENERAL = 112;
    static final int GENERAL_SIZE = Register.values().length * 8;
    static final int PRSTATUS_SIZE = 336;

    /** In struct elf_prpsinfo: pr_pid, pr_fname, pr_psargs. */
    static final int PROCESS_ID = 24;

    static final int COMMAND_NAME = 40;
    static final int COMMAND_ARGUMENTS = 56;
    static final int PRPSINFO_SIZE = 136;

    /** One mapping in NT_FILE. */
    record FileEntry(long start, long end, long offset, String path) {}

    /** @param general as in struct user_regs_struct */
    record ThreadNotes(int id, int signal, Bytes general, Optional<Bytes> floating) {}

    private final List<ThreadNotes> threads = new ArrayList<>();
    private final Set<Integer> ids = new HashSet<>();
    private final Map<Integer, String> names = new HashMap<>();
    private final List<FileEntry> files = new ArrayList<>();
    private Optional<Bytes> processInfo = Optional.empty();
    private Bytes auxiliary = Bytes.of("", "", new byte[0]);
    private int signal;

    private CoreNotes() {}

    static CoreNotes of(CoreFile core) {
        CoreNotes notes = new CoreNotes();
        core.eachNote(notes::take);
        return notes;
    }

    private void take(Note note) {
        Bytes data = note.data();
        if (note.owner().equals(OWN)) {
            if (note.type() == OWN_THREAD_NAMES) {
                takeNames(data);
            }
            return;
        }
        switch (note.type()) {
            case NT_PRSTATUS -> takeThread(data);
            case NT_FPREGSET, NT_X86_XSTATE -> takeFloating(data);
            case NT_PRPSINFO -> processInfo = data.size() >= PRPSINFO_SIZE ? Optional.of(data) : processInfo;
            case NT_AUXV -> auxiliary = data;
            case NT_FILE -> takeFiles(data);
            case NT_SIGINFO -> {
                if (threads.size() == 1 && data.size() >= 4) {
                    signal = data.i32(0);
                }
            }
            default -> {
                // of other architectures, other debuggers, or of no use here
            }
        }
    }

    private void takeThread(Bytes data) {
        if (data.size() < GENERAL + GENERAL_SIZE || !ids.add(data.i32(THREAD_ID))) {
            return;
        }
        threads.add(new ThreadNotes(
                data.i32(THREAD_ID), data.u16(CURRENT_SIGNAL), data.slice(GENERAL, GENERAL_SIZE), Optional.empty()));
    }

    /** Belongs to the thread whose NT_PRSTATUS came last. */
    private void takeFloating(Bytes data) {
        if (!threads.isEmpty()) {
            ThreadNotes last = threads.removeLast();
            threads.add(new ThreadNotes(last.id(), last.signal(), last.general(), Optional.of(data)));
        }
    }

    private void takeNames(Bytes data) {
        for (int at = 0; at + 4 + NAME_SIZE <= data.size(); at += 4 + NAME_SIZE) {
            names.put(data.i32(at), text(data, at + 4, NAME_SIZE));
        }
    }

    /** The number of entries, the unit of the offsets; then the entries, and as many strings. */
    private void takeFiles(Bytes data) {
        if (data.size() < 16 || !files.isEmpty()) {
            return;
        }
        long count = data.u64(0);
        long unit = data.u64(8);
        if (count < 0 || count > (data.size() - 16) / 24) {
            return;
        }
        long name = 16 + count * 24;
        for (long at = 16; at < 16 + count * 24 && name < data.size(); at += 24) {
            int end = endOfText(data, name);
            files.add(new FileEntry(
                    data.u64(at), data.u64(at + 8), data.u64(at + 16) * unit, path(data.text(name, end - name))));
            name = end + 1L;
        }
    }

    /** "" for bytes that can't be the name of a file here. */
    private static String path(String text) {
        try {
            return Path.of(text).toString();
        } catch (InvalidPathException e) {
            return "";
        }
    }

    private static int endOfText(Bytes data, long start) {
        int end = (int) start;
        while (end < data.size() && data.u8(end) != 0) {
            end++;
        }
        return end;
    }

    private static String text(Bytes data, int offset, int size) {
        int length = 0;
        while (length < size && data.u8(offset + length) != 0) {
            length++;
        }
        return new String(data.array(offset, length), StandardCharsets.UTF_8);
    }

    /** In the order of the file: first the one that made the core be written. */
    List<ThreadNotes> threads() {
        return threads;
    }

    List<FileEntry> files() {
        return files;
    }

    /** The signal that ended the process; 0 where the core was taken of one that lived on. */
    int signal() {
        return signal != 0 || threads.isEmpty() ? signal : threads.getFirst().signal();
    }

    /** The process id; of a core that does not tell, its first thread's. */
    int pid() {
        return processInfo
                .map(info -> info.i32(PROCESS_ID))
                .orElse(threads.getFirst().id());
    }

    /** Of the first thread the command's name; of the others only gjdbg's own cores tell. */
    String threadName(int id) {
        String known = names.get(id);
        if (known != null) {
            return known;
        }
        return id == pid()
                ? processInfo.map(info -> text(info, COMMAND_NAME, NAME_SIZE)).orElse("")
                : "";
    }

    /** Pairs of words, a zero pair last; empty where the core has none. */
    Bytes auxiliaryVector() {
        return auxiliary;
    }

    OptionalLong auxiliary(long type) {
        for (long at = 0; at + 16 <= auxiliary.size(); at += 16) {
            if (auxiliary.u64(at) == type) {
                return OptionalLong.of(auxiliary.u64(at + 8));
            }
        }
        return OptionalLong.empty();
    }
}
