package gjdbg.blocking;

import gjdbg.goruntime.Goroutine;
import gjdbg.goruntime.GoroutineState;
import gjdbg.goruntime.WaitingOn;
import gjdbg.target.Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * One search for those that can go on: from all that does not wait, to what it can reach, to those that wait on that, and so
 * on (as the goroutine leak profile of Go 1.26 does). Who is left then can't be woken.
 */
final class Liveness {
    /** A goroutine that waits for another one to do something. */
    record Waiting(GoroutineState goroutine, Wait on) {}

    private final Scene scene;
    private final Roots roots;
    private final Marker marker;
    private final ImageReach image;
    private final Holders holders;
    private final boolean believesHolders;
    private final List<Waiting> left;
    private final Set<Long> leftIds = new HashSet<>();

    /**
     * @param waiting those whose waits somebody has to end
     * @param believesHolders whether only the likely holder of a lock gives it back, not whoever can reach it
     */
    Liveness(
            Scene scene,
            Roots roots,
            Marker marker,
            ImageReach image,
            List<Waiting> waiting,
            Holders holders,
            boolean believesHolders) {
        this.scene = scene;
        this.roots = roots;
        this.marker = marker;
        this.image = image;
        this.holders = holders;
        this.believesHolders = believesHolders;
        left = new ArrayList<>(waiting);
        waiting.forEach(each -> leftIds.add(each.goroutine().id()));
    }

    /** @param active those that go on by themselves */
    List<Waiting> stuck(List<GoroutineState> active) {
        roots.timers(marker);
        roots.finalizers(marker);
        active.forEach(this::goesOn);
        image.drain();
        boolean found = true;
        while (found && !left.isEmpty() && marker.incomplete().isEmpty()) {
            found = false;
            for (Iterator<Waiting> each = left.iterator(); each.hasNext(); ) {
                Waiting waiting = each.next();
                if (canBeWoken(waiting)) {
                    each.remove();
                    leftIds.remove(waiting.goroutine().id());
                    goesOn(waiting.goroutine());
                    found = true;
                }
            }
            image.drain();
        }
        if (marker.incomplete().isPresent()) {
            // only nil channels are sure to stay as they are
            left.removeIf(each -> !canNeverBeWoken(each.on()));
        }
        return left;
    }

    private static boolean canNeverBeWoken(Wait on) {
        return on instanceof Wait.OnChannel(WaitingOn.Channel channel)
                        && channel.address().value() == 0
                || on instanceof Wait.OnSelect select && select.cases().isEmpty();
    }

    private void goesOn(GoroutineState goroutine) {
        roots.goroutine(goroutine, marker);
        image.goesOn(goroutine, function -> true);
        image.othersCall();
        StackWords.each(scene, goroutine, function -> true, marker::root);
    }

    private boolean canBeWoken(Waiting waiting) {
        GoroutineState of = waiting.goroutine();
        return switch (waiting.on()) {
            case Wait.OnChannel on -> isReached(on.channel(), of);
            case Wait.OnSelect on -> on.cases().stream().anyMatch(each -> isReached(each, of));
            case Wait.OnMutex on -> canBeGivenBack(on.address(), waiting);
            case Wait.OnReadWriteMutex on -> canBeGivenBack(on.address(), waiting);
            case Wait.OnWaitGroup on -> isReached(on.address(), of);
            case Wait.OnCondition on -> on.address().value() == 0 || isReached(on.address(), of);
            case Wait.OnSemaphore on -> isReached(on.address(), of);
            case Wait.OnTimer on -> true;
            case Wait.OnDescriptor on -> true;
        };
    }

    private boolean canBeGivenBack(Address lock, Waiting waiting) {
        List<Holders.Holder> known = believesHolders ? holders.of(waiting.on()) : List.of();
        return known.isEmpty()
                ? isReached(lock, waiting.goroutine())
                : known.stream()
                        .anyMatch(each -> !leftIds.contains(each.goroutine().id()));
    }

    private boolean isReached(WaitingOn.Channel channel, GoroutineState by) {
        return channel.address().value() != 0 && isReached(channel.address(), by);
    }

    /** Whether any that goes on can reach it. */
    private boolean isReached(Address address, GoroutineState by) {
        if (marker.isInHeap(address)) {
            return marker.isMarked(address);
        }
        // what is on its own stack no other can see, and what is nowhere in the heap is a package's variable
        Goroutine stack = by.goroutine();
        boolean own = address.compareTo(stack.stackLow()) >= 0 && address.compareTo(stack.stackHigh()) < 0;
        return !own && image.isReached(address);
    }
}
