package gjdbg.breakpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SitesTest {
    private static final long BASE = 0x400000;
    private static final byte INT3 = (byte) 0xcc;

    private final ArrayMemory raw = new ArrayMemory(BASE, 4 * PageAllocator.PAGE);
    private final SlotPool slots = new SlotPool(raw, near -> Optional.of(new Address(BASE + 3 * PageAllocator.PAGE)));
    private final Sites<String> sites = new Sites<>(raw, new StepPastPlanner(slots));

    @BeforeEach
    void fill() {
        new Random(1).nextBytes(raw.bytes);
    }

    @Test
    void aSiteIsSharedAndItsByteComesBackWithTheLastOwner() {
        byte[] before = raw.bytes.clone();
        Site<String> site = sites.add(new Address(BASE + 10), "first");
        assertSame(site, sites.add(new Address(BASE + 10), "second"));
        assertEquals(List.of("first", "second"), site.owners());
        assertEquals(INT3, raw.bytes[10]);
        sites.remove(new Address(BASE + 10), "first");
        assertEquals(INT3, raw.bytes[10]);
        assertSame(site, sites.at(new Address(BASE + 10)).orElseThrow());
        sites.remove(new Address(BASE + 10), "nobody");
        sites.remove(new Address(BASE + 10), "second");
        assertArrayEquals(before, raw.bytes);
        assertTrue(sites.at(new Address(BASE + 10)).isEmpty());
    }

    @Test
    void readsShowTheProgramsBytesAndWritesKeepTheTraps() {
        Random random = new Random(2);
        byte[] expected = raw.bytes.clone();
        for (int i = 0; i < 300; i++) {
            sites.add(new Address(BASE + random.nextInt(PageAllocator.PAGE)), "owner" + i);
        }
        for (int round = 0; round < 2000; round++) {
            int at = random.nextInt(PageAllocator.PAGE);
            int length = 1 + random.nextInt(random.nextBoolean() ? 16 : 1000);
            if (random.nextBoolean()) {
                byte[] bytes = new byte[length];
                random.nextBytes(bytes);
                sites.memory().write(new Address(BASE + at), bytes);
                System.arraycopy(bytes, 0, expected, at, length);
            } else {
                byte[] part = Arrays.copyOfRange(expected, at, at + length);
                assertArrayEquals(part, sites.memory().bytes(new Address(BASE + at), length));
            }
        }
        for (Site<String> site : sites.all()) {
            assertEquals(INT3, raw.bytes[(int) (site.address().value() - BASE)]);
        }
        sites.liftAll();
        assertArrayEquals(expected, raw.bytes);
    }

    @Test
    void whatTheProgramWroteOverATrapStays() {
        Site<String> site = sites.add(new Address(BASE), "owner");
        raw.bytes[0] = 0x55;
        assertEquals(0x55, sites.memory().u8(new Address(BASE)));
        sites.remove(site.address(), "owner");
        assertEquals(0x55, raw.bytes[0]);
    }

    @Test
    void aLiftedSiteComesBackWithWhatIsThereThen() {
        Site<String> site = sites.add(new Address(BASE), "owner");
        sites.lift(site);
        assertFalse(site.inserted());
        raw.bytes[0] = (byte) 0x90;
        sites.insert(site);
        assertEquals(INT3, raw.bytes[0]);
        assertEquals((byte) 0x90, site.original());
    }

    @Test
    void aSiteWhereNoMemoryIsIsNotMade() {
        Address nowhere = new Address(BASE - 1);
        assertThrows(MemoryFault.class, () -> sites.add(nowhere, "owner"));
        assertTrue(sites.at(nowhere).isEmpty());
        assertEquals(List.of(), sites.all());
    }

    @Test
    void aPlanFollowsTheCode() {
        raw.bytes[0] = (byte) 0x90;
        Site<String> site = sites.add(new Address(BASE), "owner");
        assertInstanceOf(StepPast.Emulate.class, site.plan());
        assertSame(site.plan(), site.plan());
        // mov rax, [rip + 16]
        sites.memory().write(new Address(BASE), new byte[] {0x48, (byte) 0x8b, 0x05, 16, 0, 0, 0});
        Slot slot = assertInstanceOf(StepPast.Displace.class, site.plan()).slot();
        assertEquals(7, slot.length());
        int at = (int) (slot.address().value() - BASE);
        int displacement =
                ByteBuffer.wrap(raw.bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 3);
        assertEquals(BASE + 7 + 16, slot.address().value() + 7 + displacement);
        // The same, with a displacement that changes behind the trap.
        sites.memory().write(new Address(BASE + 3), new byte[] {17});
        Slot other = assertInstanceOf(StepPast.Displace.class, site.plan()).slot();
        assertFalse(other.equals(slot));
        assertEquals(Optional.of(new SlotPosition.NotStarted(new Address(BASE))), slots.positionOf(slot.address()));
        assertEquals(
                Optional.of(new SlotPosition.Done(new Address(BASE + 7))),
                slots.positionOf(slot.address().plus(7)));
        assertTrue(slots.positionOf(new Address(BASE)).isEmpty());
    }

    @Test
    void withoutASlotMemoryIsEmulatedAndWhatCannotBeIsSteppedInPlace() {
        Sites<String> alone = new Sites<>(raw, new StepPastPlanner(new SlotPool(raw, near -> Optional.empty())));
        raw.bytes[0] = 0x55; // push rbp
        assertInstanceOf(
                StepPast.Emulate.class, alone.add(new Address(BASE), "owner").plan());
        raw.bytes[20] = 0x0f; // bswap eax
        raw.bytes[21] = (byte) 0xc8;
        assertInstanceOf(
                StepPast.InPlace.class,
                alone.add(new Address(BASE + 20), "owner").plan());
        raw.bytes[30] = INT3;
        Site<String> own = alone.add(new Address(BASE + 30), "owner");
        assertInstanceOf(StepPast.InPlace.class, own.plan());
        assertTrue(own.programTraps());
        alone.liftAll();
        assertEquals(INT3, raw.bytes[30]);
    }
}
