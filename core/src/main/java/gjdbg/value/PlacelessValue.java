package gjdbg.value;

import gjdbg.error.BadRequest;

/** A value that an expression computed: it is in no place of the program. */
interface PlacelessValue extends Value {
    @Override
    default Place place() {
        return new Place.Nowhere("it was computed by an expression");
    }

    @Override
    default byte[] bytes() {
        throw new BadRequest("a value that an expression computed has no bytes in the program");
    }

    @Override
    default void set(Object newValue) {
        throw new BadRequest("a value that an expression computed can't be set");
    }
}
