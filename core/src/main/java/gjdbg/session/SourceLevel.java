package gjdbg.session;

import gjdbg.symbol.Position;
import java.util.List;

/**
 * The chain of calls at an address within one physical function, its inlined calls included, the physical function first.
 * Stepping compares chains to tell a new line of the same frame from an inlined call and from a return out of one.
 */
record SourceLevel(List<Position> outermostFirst) {
    static SourceLevel of(List<Position> innermostFirst) {
        return new SourceLevel(List.copyOf(innermostFirst.reversed()));
    }

    int depth() {
        return outermostFirst.size() - 1;
    }

    boolean known() {
        return !outermostFirst.isEmpty();
    }

    Position innermost() {
        return outermostFirst.getLast();
    }

    /** Whether both are in the same frame: the same inlined call of the same function. */
    boolean sameFrame(SourceLevel other) {
        return depth() == other.depth() && sharesFrames(other, depth());
    }

    boolean sameLine(SourceLevel other) {
        return innermost().line() == other.innermost().line()
                && innermost().file().equals(other.innermost().file());
    }

    /** Whether this is an inlined call that the other one makes. */
    boolean calledFrom(SourceLevel other) {
        return depth() > other.depth() && sharesFrames(other, other.depth());
    }

    private boolean sharesFrames(SourceLevel other, int levels) {
        for (int level = 0; level <= levels; level++) {
            Position mine = outermostFirst.get(level);
            Position theirs = other.outermostFirst.get(level);
            if (!mine.function().equals(theirs.function())) {
                return false;
            }
            // a call site tells two inlined copies of one function apart
            boolean callSite = level < levels;
            if (callSite && (mine.line() != theirs.line() || !mine.file().equals(theirs.file()))) {
                return false;
            }
        }
        return true;
    }
}
