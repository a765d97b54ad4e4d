package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.symbol.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceLevelTest {
    private final SourceLevel plain = SourceLevel.of(List.of(at("main.f", 10, false)));
    private final SourceLevel nextLine = SourceLevel.of(List.of(at("main.f", 11, false)));
    private final SourceLevel inlined = SourceLevel.of(List.of(at("main.g", 30, true), at("main.f", 10, false)));
    private final SourceLevel inlinedElsewhere =
            SourceLevel.of(List.of(at("main.g", 30, true), at("main.f", 12, false)));

    @Test
    void another_line_of_the_function_is_the_same_frame() {
        assertTrue(plain.sameFrame(nextLine));
        assertFalse(plain.sameLine(nextLine));
    }

    @Test
    void an_inlined_call_is_a_frame_of_its_own() {
        assertFalse(plain.sameFrame(inlined));
        assertTrue(inlined.calledFrom(plain));
        assertFalse(plain.calledFrom(inlined));
    }

    @Test
    void two_inlined_copies_are_told_apart_by_their_call_sites() {
        assertFalse(inlined.sameFrame(inlinedElsewhere));
        assertTrue(inlined.sameFrame(inlined));
    }

    private static Position at(String function, int line, boolean inlined) {
        return new Position(function, "f.go", line, inlined);
    }
}
