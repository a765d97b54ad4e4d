package gjdbg.blocking;

import gjdbg.error.GjdbgException;
import gjdbg.goruntime.GoroutineState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds the goroutines that can never go on, and how they hold up one another. */
public final class StuckFinder {
    /** What is read of the heap at the most: past that nothing is said. */
    private static final long BUDGET = 1L << 30;

    private final Scene scene;
    private final WaitReader waits;
    private final Holders holders;
    private final Spans spans;
    private final Roots roots;
    private final Image image;
    private final CodeReferences code;
    private final Set<Long> records;
    private final List<GoroutineState> active = new ArrayList<>();
    private final List<Liveness.Waiting> waiting = new ArrayList<>();
    private Optional<String> incomplete = Optional.empty();

    /**
     * @param goroutines in the order in which the runtime made their descriptors
     * @param incomplete why there may be more of them than these; empty where that is not so
     */
    public record Found(List<Stuck> goroutines, Optional<String> incomplete) {}

    /** @throws gjdbg.error.Unavailable where the debugging information does not tell of the heap */
    public StuckFinder(Scene scene, WaitReader waits, Holders holders) {
        this.scene = Objects.requireNonNull(scene);
        this.waits = Objects.requireNonNull(waits);
        this.holders = Objects.requireNonNull(holders);
        spans = Spans.read(scene);
        roots = new Roots(scene, spans);
        image = new Image(scene.program().main());
        code = new CodeReferences(scene.program().main());
        records = roots.records();
    }

    /** To be called once. */
    public Found find() {
        for (GoroutineState each : scene.runtime().goroutines()) {
            Optional<Wait> wait = wait(each);
            if (wait.isPresent() && waitsForOthers(wait.get())) {
                waiting.add(new Liveness.Waiting(each, wait.get()));
            } else {
                active.add(each);
            }
        }
        Map<Long, Stuck.Certainty> found = new HashMap<>();
        Map<Long, Liveness.Waiting> stuck = new LinkedHashMap<>();
        note(search(false), Stuck.Certainty.CERTAIN, found, stuck);
        if (waiting.stream().anyMatch(each -> !holders.of(each.on()).isEmpty())) {
            note(search(true), Stuck.Certainty.LIKELY, found, stuck);
        }
        List<Liveness.Waiting> inOrder = waiting.stream()
                .filter(each -> stuck.containsKey(each.goroutine().id()))
                .toList();
        return new Found(withWakers(inOrder, found), incomplete);
    }

    private static void note(
            List<Liveness.Waiting> left,
            Stuck.Certainty certainty,
            Map<Long, Stuck.Certainty> found,
            Map<Long, Liveness.Waiting> stuck) {
        for (Liveness.Waiting each : left) {
            found.putIfAbsent(each.goroutine().id(), certainty);
            stuck.putIfAbsent(each.goroutine().id(), each);
        }
    }

    private List<Liveness.Waiting> search(boolean believesHolders) {
        Marker marker = new Marker(scene.memory(), spans, records, BUDGET, base -> {});
        ImageReach reach = new ImageReach(scene, image, code, marker);
        List<Liveness.Waiting> left =
                new Liveness(scene, roots, marker, reach, waiting, holders, believesHolders).stuck(active);
        incomplete = incomplete.or(marker::incomplete);
        return left;
    }

    private Optional<Wait> wait(GoroutineState goroutine) {
        if (goroutine.isSystem()) {
            return Optional.empty();
        }
        try {
            return waits.of(goroutine);
        } catch (GjdbgException e) {
            // what is not known to wait for others may go on
            return Optional.empty();
        }
    }

    private static boolean waitsForOthers(Wait wait) {
        return switch (wait) {
            case Wait.OnChannel on -> true;
            case Wait.OnSelect on -> true;
            case Wait.OnMutex on -> true;
            case Wait.OnReadWriteMutex on -> true;
            case Wait.OnWaitGroup on -> true;
            case Wait.OnCondition on -> on.address().value() != 0;
            case Wait.OnSemaphore on -> true;
            case Wait.OnTimer on -> false;
            case Wait.OnDescriptor on -> false;
        };
    }

    private List<Stuck> withWakers(List<Liveness.Waiting> stuck, Map<Long, Stuck.Certainty> certainty) {
        return new Wakers(scene, roots, spans, image, code, records, holders, stuck)
                .of(each -> certainty.get(each.goroutine().id()));
    }
}
