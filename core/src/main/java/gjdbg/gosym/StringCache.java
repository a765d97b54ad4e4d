package gjdbg.gosym;

import gjdbg.bytes.Bytes;

/** Names of one table by their offset, in plain; the last one asked for at each place is kept. Safe for several threads. */
final class StringCache {
    private static final int SIZE = 1024;

    private record Entry(long offset, String text) {}

    private final Bytes bytes;
    private final Entry[] entries = new Entry[SIZE];

    StringCache(Bytes bytes) {
        this.bytes = bytes;
    }

    String at(long offset) {
        int place = (int) (offset ^ offset >>> 10) & (SIZE - 1);
        Entry known = entries[place];
        if (known == null || known.offset != offset) {
            known = new Entry(offset, PackagePaths.plain(bytes.cString(offset)));
            entries[place] = known;
        }
        return known.text;
    }
}
