package gjdbg.dwarf.frame;

import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import gjdbg.elf.Section;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The call frame information of one file: .eh_frame, and .debug_frame for code that the former leaves out. Opening it reads
 * nothing. Safe for use by several threads.
 *
 * <pre>{@code
 * CallFrames.of(elf).rowAt(pc).map(UnwindRow::cfa);   // RegisterPlus[number=7, offset=16]
 * }</pre>
 */
public final class CallFrames {
    private final ElfFile file;
    private Optional<Indexed> exceptions;
    private Optional<Indexed> debugging;

    private record Indexed(FrameSection section, FrameIndex index) {}

    private CallFrames(ElfFile file) {
        this.file = file;
    }

    public static CallFrames of(ElfFile file) {
        return new CallFrames(Objects.requireNonNull(file));
    }

    /**
     * The rules at the PC; empty where the file has none.
     *
     * @throws gjdbg.error.MalformedFile when they can't be read
     */
    public Optional<UnwindRow> rowAt(FileAddress pc) {
        Objects.requireNonNull(pc);
        return rowAt(exceptions(), pc.value()).or(() -> rowAt(debugging(), pc.value()));
    }

    private static Optional<UnwindRow> rowAt(Optional<Indexed> frames, long pc) {
        if (frames.isEmpty()) {
            return Optional.empty();
        }
        FrameSection section = frames.get().section();
        OptionalLong offset = frames.get().index().entryFor(pc);
        if (offset.isEmpty()) {
            return Optional.empty();
        }
        return section.description(offset.getAsLong())
                .filter(entry -> entry.contains(pc))
                .map(entry -> RowProgram.rowAt(entry, pc, section.address()));
    }

    private synchronized Optional<Indexed> exceptions() {
        if (exceptions == null) {
            exceptions = section(".eh_frame").map(this::exceptions);
        }
        return exceptions;
    }

    private Indexed exceptions(Section section) {
        FrameSection frames =
                new FrameSection(section.bytes(), true, section.address().value());
        Optional<SearchTable> table = section(".eh_frame_hdr")
                .flatMap(header ->
                        SearchTable.read(header.bytes(), header.address().value(), frames));
        return new Indexed(frames, table.isPresent() ? table.get() : new ScannedIndex(frames));
    }

    private synchronized Optional<Indexed> debugging() {
        if (debugging == null) {
            debugging = section(".debug_frame")
                    .map(section -> new FrameSection(section.bytes(), false, 0))
                    .map(frames -> new Indexed(frames, new ScannedIndex(frames)));
        }
        return debugging;
    }

    private Optional<Section> section(String name) {
        return file.section(name).filter(Section::hasBytes);
    }
}
