package gjdbg.value;

import gjdbg.target.Address;
import java.util.List;
import java.util.Optional;

/** What a value reads as. Parts are values themselves, read when asked. */
public sealed interface Reading {
    record Bool(boolean value) implements Reading {}

    /** @param value the 64 bits, sign-extended or not as the type says */
    record Int(long value, boolean unsigned) implements Reading {}

    record Real(double value) implements Reading {}

    record Complex(double real, double imaginary) implements Reading {}

    /** @param text the string's bytes as UTF-8; @param length its whole length in bytes, of which text may hold only the first: see {@link StringBytes#text} */
    record Text(String text, long length) implements Reading {}

    /** A nil pointer, map, channel, func, slice or interface. */
    record Nil() implements Reading {}

    /** @param target what it points at, where the type is known */
    record Pointer(Address address, Optional<Value> target) implements Reading {}

    record Struct(List<Member> members) implements Reading {}

    /** An array or a slice; elements are made when asked for. */
    interface Elements {
        Value at(long index);
    }

    /** @param capacity {@link #UNKNOWN} of a slice of which the compiler dropped that */
    record Sequence(long length, long capacity, Elements elements) implements Reading {
        public static final long UNKNOWN = -1;
    }

    /** @param dynamic the value within, whose type is the dynamic type */
    record Interface(Value dynamic) implements Reading {}

    /** What a func value has captured, read when asked for. */
    interface Captures {
        /** @throws gjdbg.error.Unavailable where the debug information does not tell */
        List<Variable> variables();
    }

    /** @param name the function's name, or "" where unknown */
    record Func(Address entry, String name, String file, int line, Captures captures) implements Reading {}

    /**
     * A map that is not nil.
     *
     * @param address of the runtime's own struct, which tells one map from another
     * @param size as the map itself counts
     * @param entries in the order of the map's tables, and as they are when a walk comes by; what can't be read ends a walk
     *     with a {@link gjdbg.error.GjdbgException}
     */
    record Mapping(Address address, long size, Iterable<Entry> entries) implements Reading {
        /**
         * The value under a key; empty where there is none. The entries are walked until it is found.
         *
         * @param key a Boolean, Long, BigInteger, Double, String, Value or Nil; a Map of them by names for a struct or the parts of
         *     a complex number, a List for an array; one of another type than the map's is under no key
         */
        public Optional<Value> find(Object key) {
            return MapLookup.find(this, key);
        }
    }

    /**
     * A channel that is not nil.
     *
     * @param length how many elements its buffer holds
     * @param buffer the elements that were sent and not received yet, oldest first
     * @param receivers who waits to receive, longest first, read as they are walked; so are the senders
     */
    record Channel(
            Address address,
            long length,
            long capacity,
            boolean closed,
            Elements buffer,
            Iterable<Waiter> receivers,
            Iterable<Waiter> senders)
            implements Reading {
        /** What its text has beside the type: {@code (2/2, 1 sender waits)}. */
        public String summary() {
            return ChannelSummary.of(this);
        }
    }

    record Unreadable(String why) implements Reading {}

    record Entry(Value key, Value value) {}

    /**
     * A goroutine that waits on a channel.
     *
     * @param goroutine its id
     * @param descriptor the address of its runtime.g
     * @param element what it sends; empty for one that receives
     * @param selecting whether it waits in a select statement, on other channels too
     */
    record Waiter(long goroutine, Address descriptor, Optional<Value> element, boolean selecting) {}

    record Member(String name, boolean embedded, Value value) {}
}
