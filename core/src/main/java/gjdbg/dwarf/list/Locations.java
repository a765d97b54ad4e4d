package gjdbg.dwarf.list;

import gjdbg.bytes.Bytes;
import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.Unit;
import gjdbg.elf.FileAddress;
import java.util.Optional;
import java.util.OptionalLong;

/** The DW_AT_location of entries: one expression, or a list of them (DWARF 5, section 2.6). */
public final class Locations {
    private Locations() {}

    /** The expression that holds at the PC; empty where the entry is nowhere then. */
    public static Optional<Bytes> at(Die die, FileAddress pc) {
        return at(die, DwAt.LOCATION, pc);
    }

    /** The DW_AT_frame_base of a function at the PC; it may be a list too, as gcc writes it for DWARF 2. */
    public static Optional<Bytes> frameBase(Die function, FileAddress pc) {
        return at(function, DwAt.FRAME_BASE, pc);
    }

    private static Optional<Bytes> at(Die die, int attribute, FileAddress pc) {
        Optional<Bytes> expression = die.block(attribute);
        return expression.isPresent() ? expression : listOf(die, attribute).flatMap(list -> list.at(pc));
    }

    /** Empty where the entry has no list. */
    public static Optional<LocationList> listOf(Die die) {
        return listOf(die, DwAt.LOCATION);
    }

    private static Optional<LocationList> listOf(Die die, int attribute) {
        OptionalLong value = die.number(attribute);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Unit unit = die.unit();
        if (unit.version() < 5 && unit.isSplit()) {
            return Optional.of(LocationList.split(
                    unit.dwarf().section("loc"), value.getAsLong(), unit.base(), unit::indexedAddress));
        }
        if (unit.version() < 5) {
            return Optional.of(LocationList.version4(unit.dwarf().section("loc"), value.getAsLong(), unit.base()));
        }
        long offset = die.isListIndex(attribute)
                ? unit.listOffset("loclists", DwAt.LOCLISTS_BASE, value.getAsLong())
                : value.getAsLong();
        return Optional.of(
                LocationList.version5(unit.dwarf().section("loclists"), offset, unit.base(), unit::indexedAddress));
    }
}
