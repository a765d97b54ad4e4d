package gjdbg.gosym;

import java.util.Arrays;
import java.util.BitSet;

/** Where each compilation unit's part of the unit table ends: where the next one begins. */
final class UnitBounds {
    private final long[] starts;
    private final long end;

    UnitBounds(GoLineTable table) {
        long[] units = new long[64];
        int used = 0;
        long last = -1;
        FunctionTable functions = table.functionTable();
        for (int i = 0; i < functions.count(); i++) {
            long unit = functions.unit(i);
            if (unit != last) {
                if (used == units.length) {
                    units = Arrays.copyOf(units, used * 2);
                }
                units[used++] = unit;
                last = unit;
            }
        }
        this.starts = Arrays.copyOf(units, used);
        Arrays.sort(starts);
        this.end = (table.tables().unitsEnd() - table.tables().units()) / 4;
    }

    /** Whether a place in the unit's part is set. */
    boolean holdsAny(BitSet places, long unit) {
        if (unit >= Integer.MAX_VALUE) {
            return false;
        }
        int next = places.nextSetBit((int) unit);
        return next >= 0 && next < endOf(unit);
    }

    private long endOf(long unit) {
        int index = Arrays.binarySearch(starts, unit);
        while (index >= 0 && index < starts.length && starts[index] == unit) {
            index++;
        }
        return index >= 0 && index < starts.length ? starts[index] : end;
    }
}
