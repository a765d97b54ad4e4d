package gjdbg.blocking;

import gjdbg.error.GjdbgException;
import gjdbg.error.MemoryFault;
import gjdbg.goruntime.GoroutineState;
import gjdbg.goruntime.WaitingOn;
import gjdbg.symbol.Position;
import gjdbg.target.Address;
import gjdbg.unwind.Frame;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Tells what a goroutine waits on, from the runtime's structures and from the calls on its stack. */
public final class WaitReader {
    /** Frames of the runtime and of the packages that wait, above the program's own. */
    private static final int MOST_FRAMES = 40;

    private static final int MOST_QUEUED = 1 << 12;

    private final Scene scene;
    private final SyncLayout layout;

    public WaitReader(Scene scene) {
        this.scene = scene;
        layout = new SyncLayout(scene);
    }

    /**
     * Empty where it does not wait, or for something else.
     *
     * @throws GjdbgException where what tells of it can't be read
     */
    public Optional<Wait> of(GoroutineState goroutine) {
        Optional<WaitingOn> known = goroutine.waitingOn();
        if (known.isEmpty()) {
            return switch (goroutine.waitReason().orElse("")) {
                case "IO wait" -> descriptor(goroutine);
                case "sync.Cond.Wait" -> Optional.of(condition(goroutine));
                default -> Optional.empty();
            };
        }
        return Optional.of(
                switch (known.get()) {
                    case WaitingOn.Channel channel -> new Wait.OnChannel(channel);
                    case WaitingOn.Select select -> new Wait.OnSelect(select.cases());
                    case WaitingOn.Timer timer -> new Wait.OnTimer(timer.due());
                    case WaitingOn.Semaphore semaphore -> owner(goroutine, semaphore.address());
                });
    }

    /** The statement of the program that waits: the innermost outside the runtime and the packages that wait for it. */
    public Optional<Position> place(GoroutineState goroutine) {
        Optional<Position> first = Optional.empty();
        int frames = 0;
        for (Frame frame : scene.frames().apply(goroutine)) {
            Position position = frame.position();
            if (!isBelow(position.function())) {
                return Optional.of(position);
            }
            first = first.or(() -> Optional.of(position));
            if (++frames == MOST_FRAMES) {
                break;
            }
        }
        return first;
    }

    static boolean isBelow(String function) {
        return function.startsWith("runtime.")
                || function.startsWith("sync.")
                || function.startsWith("sync/")
                || function.startsWith("internal/")
                || function.startsWith("syscall.")
                || function.startsWith("time.Sleep");
    }

    private Wait owner(GoroutineState goroutine, Address semaphore) {
        boolean inMutex = false;
        int frames = 0;
        for (Frame frame : scene.frames().apply(goroutine)) {
            String function = frame.position().function();
            switch (function) {
                case "sync.(*WaitGroup).Wait" -> {
                    return layout.waitGroup(semaphore, scene.memory());
                }
                case "sync.(*RWMutex).RLock" -> {
                    return new Wait.OnReadWriteMutex(layout.readWriteMutex(semaphore, true, false), true);
                }
                case "sync.(*RWMutex).Lock" -> {
                    return new Wait.OnReadWriteMutex(layout.readWriteMutex(semaphore, false, inMutex), false);
                }
                default ->
                    inMutex |= function.startsWith("sync.(*Mutex).") || function.startsWith("internal/sync.(*Mutex).");
            }
            if (!isBelow(function) || ++frames == MOST_FRAMES) {
                break;
            }
        }
        return inMutex ? new Wait.OnMutex(layout.mutex(semaphore)) : new Wait.OnSemaphore(semaphore);
    }

    private Wait condition(GoroutineState goroutine) {
        return new Wait.OnCondition(variable(goroutine, "sync.(*Cond).Wait", "c")
                .flatMap(WaitReader::pointer)
                .or(() -> conditionOnStack(goroutine))
                .orElse(new Address(0)));
    }

    /** Of what its stack points at, the sync.Cond in whose list it stands: optimised code may not tell which variable it is. */
    private Optional<Address> conditionOnStack(GoroutineState goroutine) {
        Optional<Long> list = scene.offset("sync.Cond", "notify", "head");
        Optional<Long> owner = scene.offset("runtime.sudog", "g");
        Optional<Long> next = scene.offset("runtime.sudog", "next");
        if (list.isEmpty() || owner.isEmpty() || next.isEmpty()) {
            return Optional.empty();
        }
        Set<Long> words = new LinkedHashSet<>();
        StackWords.each(scene, goroutine, function -> true, words::add);
        Address own = goroutine.goroutine().descriptor();
        for (long word : words) {
            try {
                Address at = scene.memory().pointer(new Address(word).plus(list.get()));
                for (int i = 0; i < MOST_QUEUED && at.value() != 0; i++) {
                    if (scene.memory().pointer(at.plus(owner.get())).equals(own)) {
                        return Optional.of(new Address(word));
                    }
                    at = scene.memory().pointer(at.plus(next.get()));
                }
            } catch (MemoryFault e) {
                // no pointer to a sync.Cond
                continue;
            }
        }
        return Optional.empty();
    }

    private Optional<Wait> descriptor(GoroutineState goroutine) {
        Optional<Value> number = variable(goroutine, "internal/poll.runtime_pollWait", "pd")
                .flatMap(each -> each.field("fd"))
                .filter(each -> each.read() instanceof Reading.Int)
                .or(() -> variable(goroutine, "internal/poll.(*FD).", "fd").flatMap(each -> each.field("Sysfd")));
        boolean writes = false;
        for (Frame frame : scene.frames().apply(goroutine)) {
            String function = frame.position().function();
            writes |= function.contains("waitWrite");
            if (!isBelow(function)) {
                break;
            }
        }
        boolean towards = writes;
        return number.map(Value::read)
                .filter(Reading.Int.class::isInstance)
                .map(each -> new Wait.OnDescriptor((int) ((Reading.Int) each).value(), towards));
    }

    /** Of the innermost frame whose function's name begins so. */
    private Optional<Value> variable(GoroutineState goroutine, String function, String name) {
        int frames = 0;
        for (Frame frame : scene.frames().apply(goroutine)) {
            if (frame.position().function().startsWith(function)) {
                Optional<Value> found = found(frame, name);
                if (found.isPresent()) {
                    return found;
                }
            }
            if (++frames == MOST_FRAMES) {
                break;
            }
        }
        return Optional.empty();
    }

    private Optional<Value> found(Frame frame, String name) {
        try {
            return scene.variables()
                    .apply(frame)
                    .find(name)
                    .filter(each -> !(each.read() instanceof Reading.Unreadable));
        } catch (GjdbgException e) {
            return Optional.empty();
        }
    }

    private static Optional<Address> pointer(Value value) {
        return value.read() instanceof Reading.Pointer pointer ? Optional.of(pointer.address()) : Optional.empty();
    }
}
