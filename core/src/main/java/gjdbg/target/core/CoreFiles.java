package gjdbg.target.core;

import gjdbg.elf.ElfFile;
import gjdbg.elf.Segment;
import gjdbg.error.BadRequest;
import gjdbg.error.GjdbgException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The files that were mapped, and which of them is the executable. */
final class CoreFiles {
    private static final long AT_PHDR = 3;
    private static final long AT_PHNUM = 5;
    private static final long AT_BASE = 7;
    private static final long AT_ENTRY = 9;
    private static final long AT_EXECFN = 31;

    private final Path core;
    private final CoreNotes notes;
    private final CoreContents contents;
    private final Map<String, MappedFile> byName = new HashMap<>();
    private final List<FilePart> parts = new ArrayList<>();
    private final List<String> diagnostics = new ArrayList<>();
    private final Path executable;

    /**
     * @throws BadRequest when the executable is not there, is of another build, or can't be told
     * @throws gjdbg.error.MalformedFile when the executable is no file that gjdbg reads
     */
    CoreFiles(Path core, CoreNotes notes, CoreContents contents, Optional<Path> given) {
        this.core = core;
        this.notes = notes;
        this.contents = contents;
        for (CoreNotes.FileEntry entry : notes.files()) {
            add(entry.path(), entry.start(), entry.end(), entry.offset());
        }
        Optional<MappedFile> listed = listedExecutable();
        given.ifPresent(path -> listed.ifPresent(file -> file.replaceBy(path)));
        executable = given.or(() -> listed.map(MappedFile::path)).orElseGet(this::startedAs);
        ElfFile elf = open(given.isPresent());
        check(elf, listed.map(MappedFile::match).orElseGet(() -> Match.of(elf, base(elf), contents)));
        if (notes.files().isEmpty()) {
            addLoaded(elf);
        }
    }

    private void add(String path, long start, long end, long offset) {
        if (end - start <= 0) {
            return;
        }
        MappedFile file = byName.computeIfAbsent(path, name -> new MappedFile(name, contents));
        if (offset == 0) {
            file.mappedAt(start);
        }
        parts.add(new FilePart(start, end, offset, file));
    }

    /** As an absolute path. */
    Path executable() {
        return executable.toAbsolutePath().normalize();
    }

    /** In the order of their addresses. */
    List<FilePart> parts() {
        return Span.disjoint(parts);
    }

    /** What the user should know. */
    List<String> diagnostics() {
        return diagnostics;
    }

    /** The file whose program headers the kernel pointed the process at. */
    private Optional<MappedFile> listedExecutable() {
        for (long type : new long[] {AT_PHDR, AT_ENTRY}) {
            OptionalLong address = notes.auxiliary(type);
            if (address.isPresent()) {
                Optional<FilePart> part = Span.at(parts(), address.getAsLong());
                if (part.isPresent()) {
                    return part.map(FilePart::file);
                }
            }
        }
        return Optional.empty();
    }

    /** The path that the program was started by, which may be relative to a folder that nobody knows any more. */
    private Path startedAs() {
        OptionalLong address = notes.auxiliary(AT_EXECFN);
        Optional<String> name = address.isPresent() ? contents.text(address.getAsLong()) : Optional.empty();
        try {
            return Path.of(name.filter(text -> !text.isEmpty())
                    .orElseThrow(() ->
                            new BadRequest(core + " does not tell which executable it is of; name it after the core")));
        } catch (InvalidPathException e) {
            throw new BadRequest(core + " does not tell which executable it is of; name it after the core", e);
        }
    }

    private ElfFile open(boolean given) {
        if (!given && !Files.exists(executable)) {
            throw new BadRequest("the executable of " + core + " was " + executable
                    + ", which is not there; name it after the core");
        }
        ElfFile elf = ElfFile.open(executable);
        if (elf.isCore()) {
            throw new BadRequest(executable + " is a core dump, not the executable");
        }
        return elf;
    }

    private void check(ElfFile elf, Match match) {
        OptionalLong segments = notes.auxiliary(AT_PHNUM);
        switch (match) {
            case Match.Same same -> {}
            case Match.Other other -> throw mismatch(other.toString());
            case Match.Unknown(String why) -> {
                if (segments.isPresent()
                        && segments.getAsLong() != elf.segments().size()) {
                    throw mismatch("the process had " + segments.getAsLong() + " program headers, the file has "
                            + elf.segments().size());
                }
                diagnostics.add("cannot tell whether " + executable + " is what " + core + " was written by: " + why);
            }
        }
    }

    private BadRequest mismatch(String difference) {
        return new BadRequest(executable + " is not the executable of " + core + ": " + difference);
    }

    /** Where the file's first byte is in memory. */
    private long base(ElfFile elf) {
        if (elf.loaded().isEmpty()) {
            return 0;
        }
        Segment first = elf.loaded().getFirst();
        return bias(elf) + first.address() - first.offset();
    }

    private long bias(ElfFile elf) {
        OptionalLong entry = notes.auxiliary(AT_ENTRY);
        return elf.isPie() && entry.isPresent()
                ? entry.getAsLong() - elf.entry().value()
                : 0;
    }

    /** For a core without a list of files: the executable and the loader's list tell as much. */
    private void addLoaded(ElfFile elf) {
        addSegments(executable.toString(), elf, bias(elf));
        byName.get(executable.toString()).replaceBy(executable);
        for (LinkMap.Library library : LinkMap.read(elf, bias(elf), contents)) {
            addLibrary(library.path(), library.bias());
        }
        // a program that needs no libraries may still be started by the loader
        OptionalLong loader = notes.auxiliary(AT_BASE);
        if (loader.isPresent() && loader.getAsLong() != 0) {
            elf.interpreter().ifPresent(path -> addLibrary(path, loader.getAsLong()));
        }
    }

    private void addLibrary(String name, long bias) {
        try {
            // the loader knows them by links, the kernel by the files themselves
            Path path = Path.of(name).toRealPath();
            if (!byName.containsKey(path.toString())) {
                addSegments(path.toString(), ElfFile.open(path), bias);
            }
        } catch (GjdbgException | InvalidPathException | IOException e) {
            diagnostics.add("the library " + name + " can't be used: " + e.getMessage());
        }
    }

    private void addSegments(String path, ElfFile elf, long bias) {
        for (Segment segment : elf.loaded()) {
            long start = bias + segment.address() & -Match.PAGE;
            long end = bias + segment.address() + segment.fileSize() + Match.PAGE - 1 & -Match.PAGE;
            add(path, start, end, segment.offset() & -Match.PAGE);
        }
    }
}
