package gjdbg.symbol;

import gjdbg.elf.FileAddress;

/**
 * A function's code as one range of addresses.
 *
 * @param name the full name, type arguments included where the compiler recorded them
 * @param end the first address after it
 * @param go whether Go's own line table describes it
 */
public record Function(String name, FileAddress entry, FileAddress end, boolean go) {
    public boolean contains(FileAddress pc) {
        return pc.compareTo(entry) >= 0 && pc.compareTo(end) < 0;
    }

    public long size() {
        return end.value() - entry.value();
    }
}
