package gjdbg.target.linux;

import gjdbg.target.Mapping;
import java.util.ArrayList;
import java.util.List;

/**
 * A mapping with what /proc/pid/smaps (proc(5)) tells of it.
 *
 * @param shared whether writes reach others who map it
 * @param written whether it has pages of its own, which no file has
 * @param flags VmFlags, two letters each, spaces between
 */
record Smaps(Mapping mapping, boolean shared, boolean written, String flags) {
    static List<Smaps> of(int tid) {
        List<Smaps> all = new ArrayList<>();
        String header = "";
        boolean written = false;
        for (String line : ProcessFiles.text(tid, "smaps").split("\n")) {
            if (line.isEmpty()) {
                continue;
            }
            if (Character.isUpperCase(line.charAt(0))) {
                if (line.startsWith("Anonymous:") || line.startsWith("Swap:") || line.startsWith("Private_Hugetlb:")) {
                    written |= !line.endsWith(" 0 kB");
                } else if (line.startsWith("VmFlags:")) {
                    all.add(of(
                            header, written, line.substring("VmFlags:".length()).strip()));
                }
            } else {
                header = line;
                written = false;
            }
        }
        return all;
    }

    private static Smaps of(String header, boolean written, String flags) {
        boolean shared = header.charAt(header.indexOf(' ') + 4) == 's';
        return new Smaps(ProcessFiles.mapping(header, 0, header.length()), shared, written, flags);
    }

    boolean flag(String twoLetters) {
        return (" " + flags + " ").contains(" " + twoLetters + " ");
    }

    boolean anonymous() {
        return mapping.inode() == 0;
    }

    /** Whether no name leads to the file any more, as with memory that processes share without one. */
    boolean deleted() {
        return mapping.path().endsWith(" (deleted)");
    }
}
