package gjdbg.dwarf.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.bytes.Bytes;
import gjdbg.elf.FileAddress;
import gjdbg.error.MalformedFile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LocationListTest {
    private static final FileAddress BASE = new FileAddress(0x40_0000);

    private static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Writer u8(int... values) {
            for (int value : values) {
                out.write(value);
            }
            return this;
        }

        Writer u64(long... values) {
            for (long value : values) {
                out.writeBytes(ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(value)
                        .array());
            }
            return this;
        }

        Bytes bytes() {
            return Bytes.of("test", ".debug_loc", out.toByteArray());
        }
    }

    private static long address(long index) {
        if (index < 0 || index > 3) {
            throw new MalformedFile("test", ".debug_addr", index, "no such address");
        }
        return 0x50_0000 + 0x100 * index;
    }

    /** The one operation of the expression at the PC, or -1 where there is none. */
    private static int at(LocationList list, long pc) {
        Optional<Bytes> expression = list.at(new FileAddress(pc));
        return expression.isEmpty() ? -1 : expression.get().u8(0);
    }

    @Test
    void version4CountsFromTheUnitUntilABaseIsSelected() {
        Bytes section = new Writer()
                .u8(0xee)
                .u64(0x10, 0x20)
                .u8(1, 0, 0x50)
                .u64(-1, 0x60_0000)
                .u64(0x10, 0x20)
                .u8(1, 0, 0x51)
                .u64(0, 0)
                .bytes();
        LocationList list = LocationList.version4(section, 1, BASE);
        assertEquals(-1, at(list, 0x40_000f));
        assertEquals(0x50, at(list, 0x40_0010));
        assertEquals(0x50, at(list, 0x40_001f));
        assertEquals(-1, at(list, 0x40_0020));
        assertEquals(0x51, at(list, 0x60_0010));
        assertEquals(2, list.entries().size());
        assertEquals(new FileAddress(0x60_0020), list.entries().get(1).end());
    }

    @Test
    void version5KnowsEveryKindOfEntry() {
        Bytes section = new Writer()
                .u8(4, 0x10, 0x20, 1, 0x50)
                .u8(1, 2)
                .u8(9, 1, 2)
                .u8(4, 0x10, 0x20, 1, 0x51)
                .u8(2, 0, 1, 1, 0x52)
                .u8(3, 3, 0x80, 0x01, 1, 0x53)
                .u8(5, 1, 0x54)
                .u8(6)
                .u64(0x70_0000)
                .u8(4, 0, 8, 1, 0x55)
                .u8(7)
                .u64(0x80_0000, 0x80_0010)
                .u8(1, 0x56)
                .u8(8)
                .u64(0x90_0000)
                .u8(0x10, 1, 0x57)
                .u8(0)
                .bytes();
        LocationList list = LocationList.version5(section, 0, BASE, LocationListTest::address);
        assertEquals(0x50, at(list, 0x40_0010));
        assertEquals(0x51, at(list, 0x50_0210));
        assertEquals(0x52, at(list, 0x50_0000));
        assertEquals(0x52, at(list, 0x50_00ff));
        assertEquals(0x53, at(list, 0x50_037f));
        assertEquals(0x54, at(list, 0x50_0380));
        assertEquals(0x55, at(list, 0x70_0007));
        assertEquals(0x56, at(list, 0x80_000f));
        assertEquals(0x57, at(list, 0x90_000f));
        assertEquals(0x54, at(list, 0x90_0010));
        assertTrue(list.entries().get(4).fallback());
        assertFalse(list.entries().get(3).fallback());
    }

    @Test
    void listsThatRunOutOfTheirSectionAreMalformed() {
        Bytes four = new Writer().u64(0, 1).u8(1, 0, 0x50).bytes();
        assertThrows(
                MalformedFile.class, () -> LocationList.version4(four, 0, BASE).entries());
        assertThrows(
                MalformedFile.class, () -> LocationList.version4(four, -5, BASE).entries());
        Bytes five = new Writer().u8(4, 1, 2, 0x7f, 1).bytes();
        assertThrows(
                MalformedFile.class,
                () -> LocationList.version5(five, 0, BASE, LocationListTest::address)
                        .entries());
        Bytes unknown = new Writer().u8(0x42).bytes();
        assertThrows(
                MalformedFile.class,
                () -> LocationList.version5(unknown, 0, BASE, LocationListTest::address)
                        .entries());
    }

    @Test
    void mutatedListsEndInEntriesOrAMalformedFile() {
        Random random = new Random(7);
        int malformed = 0;
        for (int round = 0; round < 50_000; round++) {
            byte[] data = new byte[random.nextInt(64)];
            random.nextBytes(data);
            for (int i = 0; i < data.length; i += 3) {
                data[i] = (byte) random.nextInt(10);
            }
            Bytes section = Bytes.of("fuzz", ".debug_loclists", data);
            try {
                LocationList.version5(section, 0, BASE, LocationListTest::address)
                        .entries();
                LocationList.version4(section, 0, BASE).entries();
            } catch (MalformedFile e) {
                malformed++;
            }
        }
        assertTrue(malformed > 1_000, "only " + malformed + " were malformed");
    }
}
