package gjdbg.blocking;

/** The methods of package sync that take and give locks, by their names on stacks and in code. */
enum Locks {
    WRITE("sync.(*Mutex).Lock", "sync.(*Mutex).Unlock"),
    WRITE_SHARED("sync.(*RWMutex).Lock", "sync.(*RWMutex).Unlock"),
    READ_SHARED("sync.(*RWMutex).RLock", "sync.(*RWMutex).RUnlock");

    private final String take;
    private final String give;

    Locks(String take, String give) {
        this.take = take;
        this.give = give;
    }

    String take() {
        return take;
    }

    String give() {
        return give;
    }
}
