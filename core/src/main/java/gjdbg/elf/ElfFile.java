package gjdbg.elf;

import gjdbg.bytes.Bytes;
import gjdbg.error.MalformedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One 64-bit little-endian x86-64 ELF file (System V ABI, chapters 4 and 5), mapped into memory and read in place: opening
 * reads the headers only, everything else is read when it is asked for. Safe for use by several threads.
 *
 * <pre>{@code
 * ElfFile elf = ElfFile.open(Path.of("/bin/true"));
 * Bytes code = elf.section(".text").orElseThrow().bytes();
 * }</pre>
 */
public final class ElfFile {
    private final Path path;
    private final Bytes bytes;
    private final Header header;
    private final SectionTable sections;
    private final List<Segment> segments;
    private final Parts parts;
    /** Null until it is first looked for. */
    private volatile DebugFiles.Found debugFile;

    private ElfFile(Path path, Bytes bytes, DebugFiles.Found debugFile) {
        this.path = path;
        this.debugFile = debugFile;
        this.bytes = bytes;
        this.header = Header.read(bytes);
        this.sections = SectionTable.read(bytes, header);
        this.segments = Segment.readAll(bytes, header, sections);
        this.parts = new Parts(this);
    }

    /**
     * Maps the file.
     *
     * @throws gjdbg.error.BadRequest when it can't be read
     * @throws MalformedFile when it is no ELF file that gjdbg reads; the message says what it is instead
     */
    public static ElfFile open(Path path) {
        Objects.requireNonNull(path);
        return new ElfFile(path, FileMapping.map(path), null);
    }

    /** As {@link #open}, without the separate file of its debug information: for what may be that file itself. */
    static ElfFile openAlone(Path path) {
        return new ElfFile(path, FileMapping.map(path), new DebugFiles.Found(Optional.empty(), ""));
    }

    public Path path() {
        return path;
    }

    /** The whole file. */
    public Bytes bytes() {
        return bytes;
    }

    public FileAddress entry() {
        return header.entry();
    }

    /** Whether it is position independent: a shared library, or an executable that may load anywhere (ET_DYN). */
    public boolean isPie() {
        return header.type() == Header.ET_DYN;
    }

    /** Whether it is a core dump (ET_CORE). */
    public boolean isCore() {
        return header.type() == Header.ET_CORE;
    }

    /** In the order of the file; empty where the file has no section headers. */
    public List<Section> sections() {
        return sections.all();
    }

    /**
     * The first section of that name; {@code .debug_X} finds the compressed {@code .zdebug_X} of old compilers too, and where
     * the file has no debug information that of the separate file to which it was moved.
     */
    public Optional<Section> section(String name) {
        Optional<Section> own = sections.named(name);
        if (own.isPresent() && own.get().hasBytes() || !name.startsWith(".debug_")) {
            return own;
        }
        return sections.named(".debug_info").isPresent()
                ? own
                : debugFile().file().flatMap(file -> file.section(name)).or(() -> own);
    }

    /** The section that occupies this address in memory. */
    public Optional<Section> sectionAt(FileAddress address) {
        return sections.at(address);
    }

    /** In the order of the file. */
    public List<Segment> segments() {
        return segments;
    }

    /** The segments that are loaded (PT_LOAD), in the order of the file. */
    public List<Segment> loaded() {
        return parts.loaded();
    }

    /** The thread-local storage template (PT_TLS). */
    public Optional<Segment> tls() {
        return segment(Segment.PT_TLS);
    }

    /** The dynamic loader's path (PT_INTERP); empty in a statically linked program. */
    public Optional<String> interpreter() {
        return segment(Segment.PT_INTERP)
                .map(s -> bytes.slice(s.offset(), s.fileSize(), "PT_INTERP").cString(0));
    }

    /**
     * Those of .symtab, followed by those of .dynsym that only it has; of a file that was stripped those of the separate file of
     * its debug information.
     */
    public SymbolTable symbols() {
        if (sections.named(".symtab").isEmpty()) {
            Optional<ElfFile> separate = debugFile().file();
            if (separate.isPresent() && separate.get().section(".symtab").isPresent()) {
                return separate.get().symbols();
            }
        }
        return parts.symbols();
    }

    /** The first defined symbol of exactly that name. */
    public Optional<ElfSymbol> symbol(String name) {
        return symbols().named(name);
    }

    public List<Note> notes() {
        return parts.notes();
    }

    /** The GNU build id, in lower-case hexadecimal. */
    public Optional<String> buildId() {
        return parts.gnuBuildId();
    }

    /** The build id of Go's linker: four parts with slashes between. */
    public Optional<String> goBuildId() {
        return parts.goBuildId();
    }

    /** Where the debug information is that was moved to another file (.gnu_debuglink). */
    public Optional<DebugLink> debugLink() {
        return section(".gnu_debuglink").map(DebugLink::read);
    }

    /** Why the separate file of its debug information, of which it tells, is not used: one sentence. */
    public Optional<String> debugFileProblem() {
        return Optional.of(debugFile().problem()).filter(problem -> !problem.isEmpty());
    }

    private DebugFiles.Found debugFile() {
        DebugFiles.Found known = debugFile;
        if (known == null) {
            known = DebugFiles.of(this);
            debugFile = known;
        }
        return known;
    }

    /**
     * Length bytes as they are in the file for this address in memory, relocations not applied.
     *
     * @throws MalformedFile when no loaded segment holds them all in the file
     */
    public Bytes bytesAt(FileAddress address, int length) {
        for (Segment segment : parts.loaded()) {
            if (segment.holds(address, length)) {
                return bytes.slice(segment.offset() + address.value() - segment.address(), length);
            }
        }
        throw new MalformedFile(path.toString(), "", -1, "no segment holds " + length + " bytes at address " + address);
    }

    /** Bytes in the file from this address on to the end of its segment; 0 where no segment holds it. */
    public long available(FileAddress address) {
        for (Segment segment : parts.loaded()) {
            if (segment.holds(address, 1)) {
                return segment.address() + segment.fileSize() - address.value();
            }
        }
        return 0;
    }

    /**
     * The 64-bit pointer at this address as it is once the file is loaded at bias 0: in position-independent code the value
     * may be in a relocation (R_X86_64_RELATIVE) instead of the data.
     */
    public long pointerAt(FileAddress address) {
        Relocations relocations = parts.relocations();
        int index = relocations.find(address.value());
        return index >= 0 ? relocations.addend(index) : bytesAt(address, 8).u64(0);
    }

    /** The relative relocations, in the order of the addresses that they change. */
    public Relocations relocations() {
        return parts.relocations();
    }

    private Optional<Segment> segment(int type) {
        for (Segment segment : segments) {
            if (segment.type() == type) {
                return Optional.of(segment);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
