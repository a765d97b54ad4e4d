package gjdbg.dwarf.list;

/** A unit's part of .debug_addr (DWARF 5, section 7.27). */
@FunctionalInterface
public interface AddressTable {
    /** The address of the file at that index; throws where there is none. */
    long address(long index);
}
