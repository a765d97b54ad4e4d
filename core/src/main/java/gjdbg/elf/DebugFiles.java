package gjdbg.elf;

import gjdbg.error.GjdbgException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Finds the file to which a file's debug information was moved, by its build id or by its .gnu_debuglink (GDB manual,
 * "Separate Debug Files"). The roots are those of the environment variable GJDBG_DEBUG_PATH (paths with colons between),
 * then /usr/lib/debug.
 */
final class DebugFiles {
    private static final Path SYSTEM = Path.of("/usr/lib/debug");
    private static final int CHUNK = 1 << 20;

    /** @param problem why there is none: one sentence, or "" where nothing tells of one */
    record Found(Optional<ElfFile> file, String problem) {}

    private final ElfFile elf;
    private final List<Path> missing = new ArrayList<>();
    private final List<String> mismatches = new ArrayList<>();

    private DebugFiles(ElfFile elf) {
        this.elf = elf;
    }

    /** Never throws: what is wrong with the link or the file is told in the problem. */
    static Found of(ElfFile elf) {
        try {
            return new DebugFiles(elf).search();
        } catch (GjdbgException e) {
            return new Found(Optional.empty(), "what it says of a separate file can't be read: " + e.getMessage());
        }
    }

    private Found search() {
        List<Path> roots = roots();
        Optional<String> id = elf.buildId().filter(text -> text.length() > 2);
        Optional<DebugLink> link = elf.debugLink();
        Optional<ElfFile> found = Optional.empty();
        if (id.isPresent()) {
            found = byBuildId(id.get(), roots);
        }
        if (found.isEmpty() && link.isPresent()) {
            found = byLink(link.get(), roots, id);
        }
        return new Found(found, found.isPresent() ? "" : problem(link));
    }

    private static List<Path> roots() {
        List<Path> roots = new ArrayList<>();
        String own = System.getProperty("gjdbg.debug.path", System.getenv().getOrDefault("GJDBG_DEBUG_PATH", ""));
        for (String root : own.split(File.pathSeparator)) {
            if (!root.isEmpty()) {
                roots.add(Path.of(root));
            }
        }
        roots.add(SYSTEM);
        return roots;
    }

    private Optional<ElfFile> byBuildId(String id, List<Path> roots) {
        for (Path root : roots) {
            Path path = root.resolve(".build-id").resolve(id.substring(0, 2)).resolve(id.substring(2) + ".debug");
            if (Files.isRegularFile(path)) {
                Optional<ElfFile> file = opened(path);
                if (file.isPresent() && isOf(id, file.get())) {
                    return file;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isOf(String id, ElfFile file) {
        String other = file.buildId().orElse("none");
        if (!other.equals(id)) {
            mismatches.add(file.path() + " is of another build: its build id is " + other + ", the executable's " + id);
        }
        return other.equals(id);
    }

    private Optional<ElfFile> byLink(DebugLink link, List<Path> roots, Optional<String> id) {
        Path name = Path.of(link.name()).getFileName();
        for (Path path : name == null ? List.<Path>of() : places(name, roots)) {
            if (!Files.isRegularFile(path)) {
                missing.add(path);
                continue;
            }
            Optional<ElfFile> file = opened(path);
            if (file.isPresent() && (sameId(file.get(), id) || hasSum(file.get(), link.crc()))) {
                return file;
            }
        }
        return Optional.empty();
    }

    private List<Path> places(Path name, List<Path> roots) {
        Path folder = folder();
        List<Path> places = new ArrayList<>();
        places.add(folder.resolve(name));
        places.add(folder.resolve(".debug").resolve(name));
        for (Path root : roots) {
            places.add(root.resolve(folder.getRoot().relativize(folder)).resolve(name));
        }
        return places;
    }

    /** Of the file itself where a link leads to it. */
    private Path folder() {
        Path path = elf.path().toAbsolutePath().normalize();
        try {
            path = path.toRealPath();
        } catch (java.io.IOException e) {
            // a file that is gone by now keeps the name that it was opened by
        }
        return path.getParent();
    }

    private static boolean sameId(ElfFile file, Optional<String> id) {
        return id.isPresent() && file.buildId().equals(id);
    }

    private boolean hasSum(ElfFile file, int expected) {
        CRC32 sum = new CRC32();
        for (long at = 0; at < file.bytes().size(); at += CHUNK) {
            sum.update(file.bytes().array(at, Math.min(CHUNK, file.bytes().size() - at)));
        }
        boolean same = (int) sum.getValue() == expected;
        if (!same) {
            mismatches.add(file.path()
                    + String.format(
                            " is of another build: its CRC-32 is 0x%08x, the one that .gnu_debuglink names is 0x%08x",
                            sum.getValue(), expected));
        }
        return same;
    }

    private Optional<ElfFile> opened(Path path) {
        try {
            return Optional.of(ElfFile.openAlone(path));
        } catch (GjdbgException e) {
            mismatches.add(path + " can't be used: " + e.getMessage());
            return Optional.empty();
        }
    }

    private String problem(Optional<DebugLink> link) {
        if (!mismatches.isEmpty()) {
            return String.join("; ", mismatches);
        }
        return link.map(each -> "it was moved to " + each.name() + ", which is none of "
                        + String.join(", ", missing.stream().map(Path::toString).toList()))
                .orElse("");
    }
}
