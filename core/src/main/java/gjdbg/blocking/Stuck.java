package gjdbg.blocking;

import gjdbg.goruntime.GoroutineState;
import java.util.List;
import java.util.Objects;

/**
 * A goroutine that nothing of the program that still runs can wake.
 *
 * @param wakers other ones of these, by their ids, that could wake it if they went on themselves; its own id where it waits
 *     for what it holds
 */
public record Stuck(GoroutineState goroutine, Wait on, Certainty certainty, List<Long> wakers) {
    /** How far this is known. */
    public enum Certainty {
        /** Nothing that can go on can reach what it waits on. */
        CERTAIN,
        /** It waits for a lock that, by the calls on the stacks, one holds that can't go on either. */
        LIKELY;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Stuck {
        Objects.requireNonNull(goroutine);
        Objects.requireNonNull(on);
        Objects.requireNonNull(certainty);
        wakers = List.copyOf(wakers);
    }
}
