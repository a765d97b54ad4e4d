package gjdbg.breakpoint;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** A hash table with long keys, without boxing: open addressing with linear probing. */
final class LongTable<V> {
    private long[] keys = new long[32];
    private Object[] values = new Object[32];
    private int size;

    int size() {
        return size;
    }

    Optional<V> get(long key) {
        return Optional.ofNullable(at(slot(key)));
    }

    void put(long key, V value) {
        if (2 * (size + 1) > keys.length) {
            grow();
        }
        int slot = slot(key);
        if (values[slot] == null) {
            size++;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    void remove(long key) {
        int hole = slot(key);
        if (values[hole] == null) {
            return;
        }
        values[hole] = null;
        size--;
        // What was pushed on by the removed entry moves back, so that no probe ends early.
        int mask = keys.length - 1;
        for (int i = hole + 1 & mask; values[i] != null; i = i + 1 & mask) {
            V value = at(i);
            values[i] = null;
            int slot = slot(keys[i]);
            keys[slot] = keys[i];
            values[slot] = value;
        }
    }

    void clear() {
        Arrays.fill(values, null);
        size = 0;
    }

    void each(Consumer<V> visitor) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                visitor.accept(at(i));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private V at(int slot) {
        return (V) values[slot];
    }

    /** Where the key is, or the free place where it would go. */
    private int slot(long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9e3779b97f4a7c15L;
        int slot = (int) (mixed >>> 40) & mask;
        while (values[slot] != null && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        Object[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new Object[2 * oldValues.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != null) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
