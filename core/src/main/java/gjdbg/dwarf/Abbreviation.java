package gjdbg.dwarf;

/** What entries with one code look like: their tag, and the attributes with the forms they have (DWARF 5, section 7.5.3). */
record Abbreviation(int tag, boolean hasChildren, int[] attributes, int[] forms, long[] constants) {
    int indexOf(int attribute) {
        for (int i = 0; i < attributes.length; i++) {
            if (attributes[i] == attribute) {
                return i;
            }
        }
        return -1;
    }
}
