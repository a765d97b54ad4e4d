package gjdbg.dwarf.line;

import gjdbg.bytes.Cursor;

/** Bounds the characters of all names of one header: short references may name one long string over and over. */
final class NameBudget {
    private static final int MOST_CHARACTERS = 1 << 25;

    private int left = MOST_CHARACTERS;

    String spend(Cursor at, String name) {
        left -= name.length();
        if (left < 0) {
            throw at.malformed("names of more than " + MOST_CHARACTERS + " characters");
        }
        return name;
    }
}
