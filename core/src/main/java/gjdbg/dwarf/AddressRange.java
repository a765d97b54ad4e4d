package gjdbg.dwarf;

import gjdbg.elf.FileAddress;

/** @param end the first address after the range */
public record AddressRange(FileAddress start, FileAddress end) {
    public boolean contains(FileAddress pc) {
        return pc.compareTo(start) >= 0 && pc.compareTo(end) < 0;
    }

    static AddressRange of(long start, long end) {
        return new AddressRange(new FileAddress(start), new FileAddress(end));
    }
}
