package gjdbg.value;

import gjdbg.error.Unavailable;

/** Maps of both designs. */
final class MapReader {
    private MapReader() {}

    static Reading read(TypedValue value) {
        if (value.word(0, 8) == 0) {
            return new Reading.Nil();
        }
        throw new Unavailable("", "the layout of its map is not known");
    }
}
