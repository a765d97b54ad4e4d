package gjdbg.dwarf;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** One table of .debug_abbrev, by code. */
final class Abbreviations {
    private static final int DENSE = 4096;

    private final Abbreviation[] dense = new Abbreviation[DENSE];
    private final Map<Long, Abbreviation> sparse = new HashMap<>();

    Abbreviations(Bytes section, long offset) {
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
            if (code > 0 && code < DENSE) {
                dense[(int) code] = abbreviation;
            } else {
                sparse.put(code, abbreviation);
            }
        }
    }

    private static int small(long value, Cursor at) {
        if (value < 0 || value > 0xffff) {
            throw at.malformed("a code of more than 16 bits");
        }
        return (int) value;
    }

    /** Null where the table has no such code. */
    Abbreviation get(long code) {
        return code > 0 && code < DENSE ? dense[(int) code] : sparse.get(code);
    }
}
