package gjdbg.target.core;

import gjdbg.target.Mapping;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Makes the notes of a core, in the order and with the contents that the kernel's have (linux/elfcore.h). */
final class NoteWriter {
    private static final String CORE = "CORE";
    private static final String LINUX = "LINUX";
    private static final int PAGE = 4096;

    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();

    private NoteWriter() {}

    static byte[] notes(ProcessImage image) {
        NoteWriter writer = new NoteWriter();
        List<ProcessImage.ThreadImage> threads = image.threads();
        for (int i = 0; i < threads.size(); i++) {
            ProcessImage.ThreadImage thread = threads.get(i);
            writer.note(CORE, CoreNotes.NT_PRSTATUS, status(thread, image.facts()));
            if (i == 0) {
                writer.note(CORE, CoreNotes.NT_PRPSINFO, info(image.facts()));
                thread.signalInfo().ifPresent(info -> writer.note(CORE, CoreNotes.NT_SIGINFO, info));
                writer.note(CORE, CoreNotes.NT_AUXV, image.auxiliaryVector());
                writer.note(CORE, CoreNotes.NT_FILE, files(image.files()));
            }
            writer.note(CORE, CoreNotes.NT_FPREGSET, thread.floating());
            thread.extended().ifPresent(area -> writer.note(LINUX, CoreNotes.NT_X86_XSTATE, area));
        }
        writer.note(CoreNotes.OWN, CoreNotes.OWN_THREAD_NAMES, names(threads));
        return writer.notes.toByteArray();
    }

    private void note(String owner, int type, byte[] data) {
        byte[] name = owner.getBytes(StandardCharsets.US_ASCII);
        notes.writeBytes(little(12)
                .putInt(name.length + 1)
                .putInt(data.length)
                .putInt(type)
                .array());
        notes.writeBytes(Arrays.copyOf(name, aligned(name.length + 1)));
        notes.writeBytes(Arrays.copyOf(data, aligned(data.length)));
    }

    private static int aligned(int length) {
        return length + 3 & -4;
    }

    private static byte[] status(ProcessImage.ThreadImage thread, ProcessImage.ProcessFacts facts) {
        ByteBuffer status = little(CoreNotes.PRSTATUS_SIZE);
        status.putInt(0, thread.signal());
        status.putShort(CoreNotes.CURRENT_SIGNAL, (short) thread.signal());
        status.putInt(CoreNotes.THREAD_ID, thread.id())
                .putInt(CoreNotes.THREAD_ID + 4, facts.parent())
                .putInt(CoreNotes.THREAD_ID + 8, facts.group())
                .putInt(CoreNotes.THREAD_ID + 12, facts.session());
        status.put(CoreNotes.GENERAL, thread.general());
        // pr_fpvalid
        status.putInt(CoreNotes.GENERAL + CoreNotes.GENERAL_SIZE, 1);
        return status.array();
    }

    private static byte[] info(ProcessImage.ProcessFacts facts) {
        ByteBuffer info = little(CoreNotes.PRPSINFO_SIZE);
        info.put((byte) Math.max(0, "RSDTZW".indexOf(facts.state())));
        info.put((byte) facts.state());
        info.put((byte) (facts.state() == 'Z' ? 1 : 0));
        info.put((byte) facts.nice());
        info.putLong(8, facts.flags());
        info.putInt(16, facts.user()).putInt(20, facts.userGroup());
        info.putInt(CoreNotes.PROCESS_ID, facts.pid())
                .putInt(CoreNotes.PROCESS_ID + 4, facts.parent())
                .putInt(CoreNotes.PROCESS_ID + 8, facts.group())
                .putInt(CoreNotes.PROCESS_ID + 12, facts.session());
        info.put(CoreNotes.COMMAND_NAME, text(facts.name(), CoreNotes.NAME_SIZE));
        info.put(
                CoreNotes.COMMAND_ARGUMENTS,
                text(facts.arguments(), CoreNotes.PRPSINFO_SIZE - CoreNotes.COMMAND_ARGUMENTS));
        return info.array();
    }

    private static byte[] files(List<Mapping> files) {
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        ByteBuffer entries = little(16 + files.size() * 24);
        entries.putLong(files.size()).putLong(PAGE);
        for (Mapping file : files) {
            entries.putLong(file.start().value()).putLong(file.end().value()).putLong(file.fileOffset() / PAGE);
            names.writeBytes(file.path().getBytes(StandardCharsets.UTF_8));
            names.write(0);
        }
        byte[] all = Arrays.copyOf(entries.array(), entries.capacity() + names.size());
        System.arraycopy(names.toByteArray(), 0, all, entries.capacity(), names.size());
        return all;
    }

    private static byte[] names(List<ProcessImage.ThreadImage> threads) {
        ByteBuffer names = little(threads.size() * (4 + CoreNotes.NAME_SIZE));
        for (ProcessImage.ThreadImage thread : threads) {
            names.putInt(thread.id()).put(text(thread.name(), CoreNotes.NAME_SIZE));
        }
        return names.array();
    }

    /** Cut to the size, a zero last. */
    private static byte[] text(String text, int size) {
        byte[] bytes = Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), size);
        bytes[size - 1] = 0;
        return bytes;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
