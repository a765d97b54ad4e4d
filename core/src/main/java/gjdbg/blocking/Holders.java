package gjdbg.blocking;

import gjdbg.error.GjdbgException;
import gjdbg.error.MemoryFault;
import gjdbg.goruntime.GoroutineState;
import gjdbg.symbol.Function;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Position;
import gjdbg.target.Address;
import gjdbg.target.Register;
import gjdbg.unwind.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is likely to hold a lock. Locks of package sync do not record that; so it is worked out from the code of the functions
 * on each goroutine's stack: the function called Lock on that address, and a way through it leads from there to where it
 * stands, past no Unlock of the same. Where a helper function takes a lock for its caller, the holder is not found.
 */
public final class Holders {
    private static final int LARGEST_FUNCTION = 1 << 17;

    private final Scene scene;
    private final long readers;
    private final Map<Address, Optional<LockCode>> functions = new HashMap<>();
    private final Map<Address, List<LockCode.Site>> calls = new HashMap<>();
    private Map<Address, List<Holder>> known;
    private long moment;

    public Holders(Scene scene) {
        this.scene = Objects.requireNonNull(scene);
        readers = scene.offset("sync.RWMutex", "readerCount").orElse(16L);
    }

    /**
     * @param place the statement that took the lock
     * @param reads whether it holds it with others, to read
     */
    public record Holder(GoroutineState goroutine, Position place, boolean reads) {}

    /** Of what a goroutine waits for; none where it waits for no lock, or the holder can't be told. */
    public List<Holder> of(Wait wait) {
        return switch (wait) {
            case Wait.OnMutex on -> at(on.address());
            case Wait.OnReadWriteMutex on -> at(on.address());
            case Wait.OnChannel on -> List.of();
            case Wait.OnSelect on -> List.of();
            case Wait.OnWaitGroup on -> List.of();
            case Wait.OnCondition on -> List.of();
            case Wait.OnSemaphore on -> List.of();
            case Wait.OnTimer on -> List.of();
            case Wait.OnDescriptor on -> List.of();
        };
    }

    private List<Holder> at(Address lock) {
        if (known == null || moment != scene.memory().moment()) {
            moment = scene.memory().moment();
            known = new HashMap<>();
            for (GoroutineState each : scene.runtime().goroutines()) {
                if (!each.isSystem()) {
                    add(each);
                }
            }
        }
        return known.getOrDefault(lock, List.of());
    }

    private void add(GoroutineState goroutine) {
        for (Frame frame : scene.frames().apply(goroutine)) {
            String function = frame.position().function();
            boolean own = function.startsWith("sync.(*Mutex).")
                    || function.startsWith("sync.(*RWMutex).")
                    || function.startsWith("internal/");
            if (!frame.position().inlined() && !own && !function.startsWith("runtime.")) {
                for (LockCode.Site site : sites(frame)) {
                    add(goroutine, frame, site);
                }
            }
        }
    }

    private void add(GoroutineState goroutine, Frame frame, LockCode.Site site) {
        try {
            Address sp = new Address(frame.registers().get(Register.RSP));
            Address lock = site.at().orElseThrow().in(sp, scene.memory());
            if (lock.value() != 0) {
                List<Holder> holders = known.computeIfAbsent(lock, key -> new ArrayList<>());
                boolean there =
                        holders.stream().anyMatch(each -> each.goroutine().id() == goroutine.id());
                if (!there) {
                    holders.add(new Holder(goroutine, place(frame, site), site.lock() == Locks.READ_SHARED));
                }
            }
        } catch (MemoryFault e) {
            // what it loads is no address any more
            return;
        }
    }

    /** The program's own statement: package sync takes locks within its own methods too. */
    private static Position place(Frame frame, LockCode.Site site) {
        Position place = site.caller();
        Optional<Frame> outer = frame.caller();
        while (WaitReader.isBelow(place.function()) && outer.isPresent()) {
            place = outer.get().position();
            outer = outer.get().caller();
        }
        return place;
    }

    private List<LockCode.Site> sites(Frame frame) {
        return calls.computeIfAbsent(frame.pc(), pc -> {
            if (frame.module().isEmpty()) {
                return List.of();
            }
            LoadedModule module = frame.module().get();
            return module.symbols()
                    .functionAt(module.toFile(frame.lookupPc()))
                    .flatMap(function -> code(module, function))
                    .map(code -> code.heldAt(pc, !frame.lookupPc().equals(pc)))
                    .orElse(List.of());
        });
    }

    private Optional<LockCode> code(LoadedModule module, Function function) {
        Address entry = module.toMemory(function.entry());
        return functions.computeIfAbsent(entry, key -> {
            if (function.size() > LARGEST_FUNCTION) {
                return Optional.empty();
            }
            try {
                byte[] bytes = scene.memory().bytes(entry, (int) function.size());
                return Optional.of(new LockCode(module, entry, bytes, readers));
            } catch (GjdbgException e) {
                return Optional.empty();
            }
        });
    }
}
