package gjdbg.value;

/** Notices a linked list that goes round, after at most three times its length (R. P. Brent, BIT 20, 1980). */
final class LoopGuard {
    private long mark;
    private long steps;
    private long limit = 1;

    /** @return whether the walk has been here before; no address is 0 */
    boolean seen(long address) {
        if (address == mark) {
            return true;
        }
        if (++steps == limit) {
            mark = address;
            limit *= 2;
            steps = 0;
        }
        return false;
    }
}
