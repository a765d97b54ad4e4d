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
        Optional<Bytes> expression = die.block(DwAt.LOCATION);
        return expression.isPresent() ? expression : listOf(die).flatMap(list -> list.at(pc));
    }

    /** Empty where the entry has no list. */
    public static Optional<LocationList> listOf(Die die) {
        OptionalLong value = die.number(DwAt.LOCATION);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Unit unit = die.unit();
        if (unit.version() < 5) {
            return Optional.of(LocationList.version4(unit.dwarf().section("loc"), value.getAsLong(), unit.base()));
        }
        long offset = die.isListIndex(DwAt.LOCATION)
                ? unit.listOffset("loclists", DwAt.LOCLISTS_BASE, value.getAsLong())
                : value.getAsLong();
        return Optional.of(
                LocationList.version5(unit.dwarf().section("loclists"), offset, unit.base(), unit::indexedAddress));
    }
}
