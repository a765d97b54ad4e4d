package gjdbg.blocking;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.util.Optional;

/** Finds the mutex, read-write mutex or wait group that a semaphore is a field of, by the program's own layout of package sync. */
final class SyncLayout {
    private final Scene scene;

    SyncLayout(Scene scene) {
        this.scene = scene;
    }

    Address mutex(Address semaphore) {
        return semaphore.plus(-mutexSemaphore());
    }

    private long mutexSemaphore() {
        // from Go 1.24 on a sync.Mutex holds one of internal/sync
        return scene.offset("sync.Mutex", "sema")
                .or(() -> scene.offset("sync.Mutex", "mu", "sema"))
                .orElseThrow(() -> unknown("sync.Mutex"));
    }

    /** @param inner whether the semaphore is that of the mutex within, for which writers queue */
    Address readWriteMutex(Address semaphore, boolean reads, boolean inner) {
        String name = "sync.RWMutex";
        if (inner) {
            return semaphore.plus(-scene.offset(name, "w").orElseThrow(() -> unknown(name)) - mutexSemaphore());
        }
        return semaphore.plus(
                -scene.offset(name, reads ? "readerSem" : "writerSem").orElseThrow(() -> unknown(name)));
    }

    Wait.OnWaitGroup waitGroup(Address semaphore, Memory memory) {
        String name = "sync.WaitGroup";
        Optional<Long> field = scene.offset(name, "sema").or(() -> scene.offset(name, "state2"));
        if (field.isPresent()) {
            Address group = semaphore.plus(-field.get());
            long state = scene.offset(name, "state")
                    .or(() -> scene.offset(name, "state1"))
                    .orElseThrow(() -> unknown(name));
            return group(group, group.plus(state), memory);
        }
        // before Go 1.18 there were three words, of which the aligned two were the state
        long words = scene.offset(name, "state1").orElseThrow(() -> unknown(name));
        return semaphore.value() % 8 == 0
                ? group(semaphore.plus(-8 - words), semaphore.plus(-8), memory)
                : group(semaphore.plus(-words), semaphore.plus(4), memory);
    }

    private static Wait.OnWaitGroup group(Address group, Address state, Memory memory) {
        return new Wait.OnWaitGroup(group, (int) memory.u32(state.plus(4)));
    }

    private static Unavailable unknown(String type) {
        return new Unavailable("goroutine.waitingOn", "the debugging information does not tell of " + type);
    }
}
