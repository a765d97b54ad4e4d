package gjdbg.session;

import gjdbg.target.Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sites that stand for the length of one step. */
final class TemporarySites implements AutoCloseable {
    private record Placed(Address address, SiteUser user) {}

    private final SiteBoard board;
    private final List<Placed> placed = new ArrayList<>();
    private final Set<Address> once = new HashSet<>();

    TemporarySites(SiteBoard board) {
        this.board = board;
    }

    void add(Address address, SiteUser user) {
        board.add(address, user);
        placed.add(new Placed(address, user));
    }

    /** Adds it unless this was called for the address before. */
    void addOnce(Address address, SiteUser user) {
        if (once.add(address)) {
            add(address, user);
        }
    }

    @Override
    public void close() {
        for (Placed each : placed) {
            board.remove(each.address(), each.user());
        }
        placed.clear();
    }
}
