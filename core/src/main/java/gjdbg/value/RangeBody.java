package gjdbg.value;

import gjdbg.unwind.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bodies of loops over functions, which are functions of their own from Go 1.23 on: those of main.walk are main.walk-range1 and
 * so on, whether one stands in another or not (cmd/compile, rangefunc).
 */
final class RangeBody {
    private static final String MARK = "-range";
    /** An iterator may go deep before it calls the body. */
    private static final int MOST_FRAMES = 10_000;

    private RangeBody() {}

    static boolean is(String function) {
        int mark = function.lastIndexOf(MARK);
        if (mark < 0 || mark + MARK.length() == function.length()) {
            return false;
        }
        return function.chars().skip(mark + MARK.length()).allMatch(Character::isDigit);
    }

    /**
     * The frames of what stands around a body in the source, the innermost first: of the bodies that it is in, and of the
     * function. All of them are further out on the same stack, for a body can't be called once its loop has ended.
     */
    static List<Frame> around(Frame body) {
        String name = body.position().function();
        String function = name.substring(0, name.lastIndexOf(MARK));
        List<Frame> frames = new ArrayList<>();
        Optional<Frame> at = body.caller();
        for (int i = 0; at.isPresent() && i < MOST_FRAMES; i++) {
            String caller = at.get().position().function();
            if (caller.equals(function)) {
                frames.add(at.get());
                return frames;
            }
            if (caller.startsWith(function) && is(caller) && caller.lastIndexOf(MARK) == function.length()) {
                frames.add(at.get());
            }
            at = at.get().caller();
        }
        // without the function itself it is not certain whose the bodies are
        return List.of();
    }
}
