package gjdbg.goruntime;

import gjdbg.error.GjdbgException;
import gjdbg.error.TargetGone;
import gjdbg.unwind.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Goroutines that stand at the same place: equal addresses in all frames, status, wait reason, and go statement that started
 * them. Nothing is kept of a goroutine but its number in the list, so a million of them take little memory.
 */
public final class StackGroups {
    private final Function<GoroutineState, Iterable<Frame>> frames;
    private final int mostFrames;
    private final Map<Key, Group> groups = new HashMap<>();
    private final Map<String, Integer> reasons = new HashMap<>();
    private final List<Integer> unreadable = new ArrayList<>();
    private long[] key;

    /**
     * @param frames a goroutine's stack, innermost first
     * @param mostFrames how many of a stack's frames, the innermost ones, tell stacks apart
     */
    public StackGroups(Function<GoroutineState, Iterable<Frame>> frames, int mostFrames) {
        this.frames = frames;
        this.mostFrames = mostFrames;
        key = new long[mostFrames + 4];
    }

    /** Adds all of a list. */
    public StackGroups add(Goroutines goroutines) {
        for (int i = 0; i < goroutines.size(); i++) {
            try {
                add(i, goroutines.get(i));
            } catch (TargetGone e) {
                throw e;
            } catch (GjdbgException e) {
                unreadable.add(i);
            }
        }
        return this;
    }

    private void add(int index, GoroutineState goroutine) {
        key[0] = goroutine.status().ordinal();
        key[1] = reasons.computeIfAbsent(goroutine.waitReason().orElse(""), reason -> reasons.size());
        key[2] = goroutine.startedAt().value();
        key[3] = goroutine.isSystem() ? 1 : 0;
        int length = 4;
        boolean whole = true;
        for (Frame frame : frames.apply(goroutine)) {
            if (length == key.length) {
                whole = false;
                break;
            }
            key[length++] = frame.pc().value();
        }
        boolean cut = !whole;
        groups.computeIfAbsent(new Key(Arrays.copyOf(key, length)), each -> new Group(cut))
                .add(index);
    }

    /** The largest first; of equally large ones, the one whose first goroutine comes first in the list. */
    public List<Group> groups() {
        List<Group> all = new ArrayList<>(groups.values());
        all.sort((a, b) -> a.count != b.count ? b.count - a.count : a.members[0] - b.members[0]);
        return all;
    }

    /** Numbers in the list of those whose descriptor or stack could not be read. */
    public List<Integer> unreadable() {
        return List.copyOf(unreadable);
    }

    /** Goroutines that stand at the same place. */
    public static final class Group {
        private final boolean cut;
        private int[] members = new int[2];
        private int count;

        private Group(boolean cut) {
            this.cut = cut;
        }

        private void add(int index) {
            if (count == members.length) {
                members = Arrays.copyOf(members, count * 2);
            }
            members[count++] = index;
        }

        /** Whether the stacks have more frames than were compared. */
        public boolean isCut() {
            return cut;
        }

        /** Numbers in the list. */
        public int[] members() {
            return Arrays.copyOf(members, count);
        }
    }

    private static final class Key {
        private final long[] words;
        private final int hash;

        Key(long[] words) {
            this.words = words;
            hash = Arrays.hashCode(words);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(words, key.words);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
