package gjdbg.dwarf.list;

import gjdbg.bytes.Bytes;
import gjdbg.elf.FileAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Where one object is over the PCs of its scope (DWARF 5, section 2.6.2); read again at each question. */
public abstract sealed class LocationList permits LocationListV4, LocationListV5 {
    final Bytes section;
    final long offset;

    LocationList(Bytes section, long offset) {
        this.section = Objects.requireNonNull(section);
        this.offset = offset;
    }

    /**
     * Of DWARF 2 to 4: .debug_loc.
     *
     * @param unitBase the unit's low PC, from which the first entries count
     */
    public static LocationList version4(Bytes debugLoc, long offset, FileAddress unitBase) {
        return new LocationListV4(debugLoc, offset, unitBase.value());
    }

    /** Of split units before DWARF 5: .debug_loc.dwo. */
    public static LocationList split(Bytes debugLoc, long offset, FileAddress unitBase, AddressTable addresses) {
        return new LocationListSplit(debugLoc, offset, unitBase.value(), addresses);
    }

    /** Of DWARF 5: .debug_loclists, at the offset of the list itself. */
    public static LocationList version5(
            Bytes debugLoclists, long offset, FileAddress unitBase, AddressTable addresses) {
        return new LocationListV5(debugLoclists, offset, unitBase.value(), Objects.requireNonNull(addresses));
    }

    /** The expression that holds at the PC; empty where the object is nowhere. */
    public final Optional<Bytes> at(FileAddress pc) {
        Bytes[] found = new Bytes[1];
        long address = pc.value();
        walk(entry -> {
            if (entry.fallback()) {
                if (found[0] == null) {
                    found[0] = entry.expression();
                }
                return true;
            }
            if (entry.contains(address)) {
                found[0] = entry.expression();
                return false;
            }
            return true;
        });
        return Optional.ofNullable(found[0]);
    }

    public final List<LocationEntry> entries() {
        List<LocationEntry> entries = new ArrayList<>();
        walk(entries::add);
        return entries;
    }

    /** Hands over the entries in their order until the visitor says false. */
    abstract void walk(Predicate<LocationEntry> visitor);
}
