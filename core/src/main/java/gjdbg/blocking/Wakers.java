package gjdbg.blocking;

import gjdbg.goruntime.WaitingOn;
import gjdbg.target.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Which of the goroutines that are stuck could wake which others, if they went on. */
final class Wakers {
    /** What is read of the heap for one of them, and for how many of them. */
    private static final long BUDGET = 1L << 22;

    private static final int MOST = 512;
    /** And for all of them. */
    private static final long WHOLE_BUDGET = 1L << 28;

    private final Scene scene;
    private final Roots roots;
    private final Spans spans;
    private final Image image;
    private final CodeReferences code;
    private final Set<Long> records;
    private final Holders holders;
    private final List<Liveness.Waiting> stuck;
    /** By goroutine. */
    private final Map<Long, Set<Long>> wakers = new HashMap<>();
    /** Those whose waits are ended by whoever reaches what they wait on, by the object that this is in. */
    private final Map<Long, List<Liveness.Waiting>> byTarget = new HashMap<>();
    /** Of these, the variables of packages. */
    private final Set<Long> packageVariables = new HashSet<>();

    private long left = WHOLE_BUDGET;

    Wakers(
            Scene scene,
            Roots roots,
            Spans spans,
            Image image,
            CodeReferences code,
            Set<Long> records,
            Holders holders,
            List<Liveness.Waiting> stuck) {
        this.scene = scene;
        this.roots = roots;
        this.spans = spans;
        this.image = image;
        this.code = code;
        this.records = records;
        this.holders = holders;
        this.stuck = stuck;
    }

    List<Stuck> of(Function<Liveness.Waiting, Stuck.Certainty> certainty) {
        Set<Long> ids = new HashSet<>();
        stuck.forEach(each -> ids.add(each.goroutine().id()));
        for (Liveness.Waiting each : stuck) {
            Set<Long> own = wakers.computeIfAbsent(each.goroutine().id(), key -> new TreeSet<>());
            List<Holders.Holder> known = holders.of(each.on());
            known.stream()
                    .map(holder -> holder.goroutine().id())
                    .filter(ids::contains)
                    .forEach(own::add);
            if (known.isEmpty()) {
                for (Address target : targets(each.on())) {
                    byTarget.computeIfAbsent(spans.base(target.value()), key -> new ArrayList<>())
                            .add(each);
                    if (image.variableAt(target.value()) >= 0) {
                        packageVariables.add(target.value());
                    }
                }
            }
        }
        stuck.stream().limit(MOST).forEach(this::addWoken);
        return stuck.stream()
                .map(each -> new Stuck(
                        each.goroutine(),
                        each.on(),
                        certainty.apply(each),
                        List.copyOf(wakers.get(each.goroutine().id()))))
                .toList();
    }

    /** Notes whom the goroutine could wake: by what it can reach from where it stands. */
    private void addWoken(Liveness.Waiting by) {
        long budget = Math.min(BUDGET, left);
        Marker marker = new Marker(scene.memory(), spans, records, budget, base -> reached(base, by));
        ImageReach reach = new ImageReach(scene, image, code, marker);
        reach.goesOn(by.goroutine(), function -> !WaitReader.isBelow(function));
        roots.goroutine(by.goroutine(), marker);
        StackWords.each(scene, by.goroutine(), function -> !WaitReader.isBelow(function), word -> {
            if (spans.at(word) < 0) {
                reached(word, by);
            }
            marker.root(word);
        });
        reach.drain();
        left -= budget - marker.left();
        for (long each : packageVariables) {
            if (reach.isReached(new Address(each))) {
                reached(each, by);
            }
        }
    }

    private void reached(long base, Liveness.Waiting by) {
        List<Liveness.Waiting> there = byTarget.getOrDefault(base, List.of());
        int count = 0;
        for (Liveness.Waiting each : there) {
            if (++count > MOST) {
                return;
            }
            if (each.goroutine().id() != by.goroutine().id() && !inOneQueue(each, by)) {
                wakers.get(each.goroutine().id()).add(by.goroutine().id());
            }
        }
    }

    /** Whether both wait for the same, so that one is woken by others as the other is. */
    private static boolean inOneQueue(Liveness.Waiting each, Liveness.Waiting by) {
        return by.on().equals(each.on())
                || by.on().channels().stream().anyMatch(each.on().channels()::contains);
    }

    private static List<Address> targets(Wait wait) {
        return switch (wait) {
            case Wait.OnChannel on -> List.of(on.channel().address());
            case Wait.OnSelect on ->
                on.cases().stream().map(WaitingOn.Channel::address).toList();
            case Wait.OnMutex on -> List.of(on.address());
            case Wait.OnReadWriteMutex on -> List.of(on.address());
            case Wait.OnWaitGroup on -> List.of(on.address());
            case Wait.OnCondition on -> List.of(on.address());
            case Wait.OnSemaphore on -> List.of(on.address());
            case Wait.OnTimer on -> List.of();
            case Wait.OnDescriptor on -> List.of();
        };
    }
}
