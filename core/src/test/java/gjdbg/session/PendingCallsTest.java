package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PendingCallsTest {
    private final PendingCalls calls = new PendingCalls();

    @Test
    void a_return_finds_the_call_of_its_frame_under_recursion() {
        Invocation outer = enter(1, 100);
        Invocation inner = enter(1, 200);
        assertEquals(Optional.of(inner), returning(1, 200));
        assertEquals(Optional.of(outer), returning(1, 100));
        assertTrue(returning(1, 100).isEmpty());
    }

    @Test
    void goroutines_do_not_see_each_others_calls() {
        Invocation first = enter(1, 100);
        Invocation second = enter(2, 100);
        assertEquals(Optional.of(second), returning(2, 100));
        assertEquals(Optional.of(first), returning(1, 100));
    }

    @Test
    void a_call_that_a_panic_unwound_is_forgotten_at_the_next_entry_in_its_place() {
        enter(1, 100);
        enter(1, 300);
        Invocation again = enter(1, 200);
        assertEquals(Optional.of(again), returning(1, 200));
    }

    @Test
    void a_call_that_a_panic_unwound_is_forgotten_at_the_return_further_out() {
        Invocation outer = enter(1, 100);
        enter(1, 300);
        assertEquals(Optional.of(outer), returning(1, 100));
        assertTrue(returning(1, 300).isEmpty());
    }

    @Test
    void a_return_of_a_call_that_began_before_the_hook_is_nobodys() {
        assertTrue(returning(1, 100).isEmpty());
        Invocation inner = enter(1, 200);
        assertTrue(returning(1, 250).isEmpty());
        assertEquals(Optional.of(inner), returning(1, 200));
    }

    private Invocation enter(long owner, long depth) {
        Invocation call = new Invocation();
        calls.entered(new FrameKey(owner, depth), call);
        return call;
    }

    private Optional<Invocation> returning(long owner, long depth) {
        return calls.returning(new FrameKey(owner, depth));
    }
}
