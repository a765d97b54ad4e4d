package gjdbg.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Who listens to which events; the one registered last is asked first. */
final class EventListeners {
    private final Map<EventKind, Deque<Function<SessionEvent, Verdict>>> byKind = new EnumMap<>(EventKind.class);

    void add(EventKind kind, Function<SessionEvent, Verdict> handler) {
        byKind.computeIfAbsent(kind, absent -> new ArrayDeque<>()).push(handler);
    }

    boolean any(EventKind kind) {
        return byKind.containsKey(kind);
    }

    boolean any() {
        return !byKind.isEmpty();
    }

    /** All of them hear it; STOP if one says so. */
    Verdict tell(SessionEvent event) {
        Verdict verdict = Verdict.GO_ON;
        for (Function<SessionEvent, Verdict> handler :
                List.copyOf(byKind.getOrDefault(event.kind(), new ArrayDeque<>()))) {
            if (handler.apply(event) == Verdict.STOP) {
                verdict = Verdict.STOP;
            }
        }
        return verdict;
    }
}
