package gjdbg.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The calls of one hook that have not returned, by goroutine. A call that ended without a return (a panic passed through
 * it, or its goroutine exited) is forgotten when its goroutine next shows a frame that proves it.
 */
final class PendingCalls {
    private record Pending(FrameKey frame, Invocation call) {}

    private final Map<Long, Deque<Pending>> byOwner = new HashMap<>();

    void entered(FrameKey frame, Invocation call) {
        Deque<Pending> stack = byOwner.computeIfAbsent(frame.owner(), owner -> new ArrayDeque<>());
        forgetUnwound(stack, frame);
        stack.push(new Pending(frame, call));
    }

    Optional<Invocation> returning(FrameKey frame) {
        Deque<Pending> stack = byOwner.get(frame.owner());
        if (stack == null) {
            return Optional.empty();
        }
        while (!stack.isEmpty() && stack.peek().frame().isWithin(frame)) {
            stack.pop();
        }
        Optional<Invocation> found = Optional.empty();
        if (!stack.isEmpty() && stack.peek().frame().equals(frame)) {
            found = Optional.of(stack.pop().call());
        }
        if (stack.isEmpty()) {
            byOwner.remove(frame.owner());
        }
        return found;
    }

    private static void forgetUnwound(Deque<Pending> stack, FrameKey frame) {
        while (!stack.isEmpty() && !frame.isWithin(stack.peek().frame())) {
            stack.pop();
        }
    }
}
