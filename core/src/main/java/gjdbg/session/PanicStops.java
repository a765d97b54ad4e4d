package gjdbg.session;

import gjdbg.symbol.Function;
import gjdbg.symbol.LoadedModule;
import gjdbg.unwind.Frame;
import java.util.List;
import java.util.Optional;

/**
 * Stops a Go program that is about to die of a panic that nothing recovers, or of a fatal error of the runtime, while its
 * stack still shows why (runtime/panic.go).
 */
final class PanicStops implements SiteUser {
    private static final List<String> LAST_WORDS = List.of("runtime.fatalpanic", "runtime.throw", "runtime.fatal");

    private final EventListeners listeners;

    PanicStops(EventListeners listeners) {
        this.listeners = listeners;
    }

    void stand(LoadedModule module, SiteBoard board) {
        for (String name : LAST_WORDS) {
            for (Function function : module.symbols().functionsNamed(name)) {
                board.add(module.toMemory(module.symbols().afterPrologue(function)), this);
            }
        }
    }

    @Override
    public Optional<Stop> reached(Frame frame) {
        listeners.tell(new SessionEvent(EventKind.PANIC, Optional.of(frame.thread()), 0, ""));
        return Optional.of(Stop.of(StopReason.PANIC, frame.thread()));
    }
}
