package gjdbg.breakpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.target.Address;
import gjdbg.target.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearPagesTest {
    @Test
    void aFreePlaceNearAFixedExecutableIsBelowIt() {
        List<Mapping> mappings = List.of(
                mapping(0x400000, 0x500000, "/bin/program"),
                mapping(0x500000, 0x600000, "[heap]"),
                mapping(0x7fff_0000_0000L, 0x7fff_0002_1000L, "[stack]"),
                mapping(0xffff_ffff_ff60_0000L, 0xffff_ffff_ff60_1000L, "[vsyscall]"));
        List<Address> found = NearPages.candidates(mappings, new Address(0x401234), 4096);
        assertEquals(new Address(0x3ff000), found.getFirst());
        assertEquals(2, found.size());
        assertTrue(found.get(1).value() >= 0x600000 + (256 << 20));
    }

    @Test
    void everyCandidateIsFreeAlignedAndWithinReach() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            List<Mapping> mappings = new ArrayList<>();
            long at = 0x10000;
            for (int i = 0; i < 30; i++) {
                long start = at + 4096L * random.nextInt(random.nextBoolean() ? 1 << 16 : 3);
                at = start + 4096L * (1 + random.nextInt(1 << 14));
                mappings.add(mapping(start, at, ""));
            }
            Address near = mappings.get(random.nextInt(30)).start().plus(random.nextInt(4096));
            List<Address> found = NearPages.candidates(mappings, near, 8192);
            assertFalse(found.isEmpty());
            for (Address candidate : found) {
                assertEquals(0, candidate.value() & 4095);
                assertTrue(Math.abs(candidate.value() - near.value()) <= 1L << 30);
                assertTrue(mappings.stream()
                        .noneMatch(mapping -> mapping.contains(candidate)
                                || mapping.contains(candidate.plus(8191))
                                || mapping.contains(candidate.plus(4096))));
            }
        }
    }

    private static Mapping mapping(long start, long end, String path) {
        return new Mapping(new Address(start), new Address(end), true, false, true, 0, 0, path);
    }
}
