package gjdbg.dwarf;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** One table of .debug_abbrev, by code. */
final class Abbreviations {
    private static final int MOST_DENSE = 4096;

    /** What a table and an abbreviation take besides attributes, in the size of one attribute. */
    private static final int TABLE_COST = 32;

    private static final int ABBREVIATION_COST = 8;

    /** Codes of attributes have 16 bits. */
    private static final int MOST_ATTRIBUTES = 1 << 16;

    /** By code: compilers count from 1. */
    private Abbreviation[] dense = new Abbreviation[64];

    private final Map<Long, Abbreviation> sparse = new HashMap<>();
    private int cost = TABLE_COST;

    /**
     * @param most what the table may cost: tables that are made up may be long, and begin one within another
     * @throws gjdbg.error.MalformedFile when it costs more
     */
    Abbreviations(Bytes section, long offset, int most) {
        Cursor at = section.at(offset);
        int[] attributes = new int[32];
        int[] forms = new int[32];
        long[] constants = new long[32];
        while (true) {
            long code = at.uleb();
            if (code == 0) {
                return;
            }
            int tag = small(at.uleb(), at);
            boolean children = at.u8() != 0;
            int count = 0;
            while (true) {
                int attribute = small(at.uleb(), at);
                int form = small(at.uleb(), at);
                if (attribute == 0 && form == 0) {
                    break;
                }
                if (count == MOST_ATTRIBUTES) {
                    throw at.malformed("an abbreviation with more attributes than there are");
                }
                if (count == attributes.length) {
                    attributes = Arrays.copyOf(attributes, 2 * count);
                    forms = Arrays.copyOf(forms, 2 * count);
                    constants = Arrays.copyOf(constants, 2 * count);
                }
                attributes[count] = attribute;
                forms[count] = form;
                constants[count] = form == DwForm.IMPLICIT_CONST ? at.sleb() : 0;
                count++;
            }
            Abbreviation abbreviation = new Abbreviation(
                    tag,
                    children,
                    Arrays.copyOf(attributes, count),
                    Arrays.copyOf(forms, count),
                    Arrays.copyOf(constants, count));
            cost += ABBREVIATION_COST + count;
            if (cost > most) {
                throw at.malformed("too many abbreviations");
            }
            put(code, abbreviation);
        }
    }

    private void put(long code, Abbreviation abbreviation) {
        if (code > 0 && code < MOST_DENSE) {
            if (code >= dense.length) {
                dense = Arrays.copyOf(dense, (int) Math.max(code + 1, dense.length * 2L));
            }
            dense[(int) code] = abbreviation;
        } else {
            sparse.put(code, abbreviation);
        }
    }

    /** What the table takes of memory, in the size of one attribute. */
    int cost() {
        return cost;
    }

    private static int small(long value, Cursor at) {
        if (value < 0 || value > 0xffff) {
            throw at.malformed("a code of more than 16 bits");
        }
        return (int) value;
    }

    /** Null where the table has no such code. */
    Abbreviation get(long code) {
        return code > 0 && code < dense.length ? dense[(int) code] : sparse.get(code);
    }
}
