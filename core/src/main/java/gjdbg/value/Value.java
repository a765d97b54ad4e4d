package gjdbg.value;

import gjdbg.type.Type;
import java.util.Optional;

/** A typed thing of the program, and where it is. Nothing is read before it is asked for. */
public interface Value {
    Type type();

    Place place();

    /** What it reads as now; never throws for bad memory, which reads as {@link Reading.Unreadable}. */
    Reading read();

    /** A struct's field, promoted ones included, through pointers as in Go; empty where there is no such field. */
    Optional<Value> field(String name);

    /** Whether {@link #field} finds one. */
    default boolean hasField(String name) {
        return field(name).isPresent();
    }

    /** The raw bytes. */
    byte[] bytes();

    /**
     * Writes what is given over the value. A text, and what a slice is given, goes into room of its own (see
     * {@link gjdbg.target.Room}), so that nothing else changes that had to do with the old one. A pointer can be set to a value
     * that it may point at.
     *
     * @param newValue a Long, BigInteger, Double, Boolean, String, Value, {@link gjdbg.target.Address},
     *     {@link Reading.Complex} or {@link Reading.Nil}; bytes or a List for a slice of numbers or booleans, a List for an
     *     array, a Map from names to such things for the fields of a struct
     * @throws gjdbg.error.BadRequest when the types do not go together, or the type can't be set
     */
    void set(Object newValue);

    /** As a Go programmer would write it, bounded in depth and length; {@code <unreadable: why>} where it can't be read. */
    @Override
    String toString();
}
