package gjdbg.breakpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LongTableTest {
    @Test
    void holdsWhatAHashMapHoldsThroughRandomPutsAndRemoves() {
        Random random = new Random(4);
        LongTable<String> table = new LongTable<>();
        Map<Long, String> expected = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            // Few keys and close together, so that they collide and come back; 0 and -1 among them.
            long key = random.nextInt(300) - 1L;
            if (random.nextInt(3) == 0) {
                table.remove(key);
                expected.remove(key);
            } else {
                table.put(key, "v" + i);
                expected.put(key, "v" + i);
            }
            long probe = random.nextInt(300) - 1L;
            assertEquals(Optional.ofNullable(expected.get(probe)), table.get(probe));
            assertEquals(expected.size(), table.size());
        }
        Set<String> all = new HashSet<>();
        table.each(all::add);
        assertEquals(new HashSet<>(expected.values()), all);
        table.clear();
        assertEquals(0, table.size());
        assertEquals(Optional.empty(), table.get(1));
    }
}
