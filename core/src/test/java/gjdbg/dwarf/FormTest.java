package gjdbg.dwarf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.dwarf.line.LineTables;
import gjdbg.error.MalformedFile;
import gjdbg.type.Type;
import gjdbg.type.TypeReader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FormTest {
    private final DwarfBuilder built = new DwarfBuilder();
    private final DwarfBuilder.Section entries = built.section("entries");

    @Test
    void numbersOfAllSizes() {
        built.abbreviation(1, DwTag.COMPILE_UNIT, false, new int[] {
            0x101,
            DwForm.DATA1,
            0x102,
            DwForm.DATA2,
            0x103,
            DwForm.DATA4,
            0x104,
            DwForm.DATA8,
            0x105,
            DwForm.UDATA,
            0x106,
            DwForm.SDATA,
            0x107,
            DwForm.FLAG_PRESENT,
            0x108,
            DwForm.IMPLICIT_CONST,
            7,
            0x109,
            DwForm.INDIRECT,
            0x10a,
            DwForm.FLAG
        });
        entries.u8(1, 0xfe).u16(0xfedc).u32(0xfedcba98L).u64(-2).uleb(300).u8(0x7f);
        entries.uleb(DwForm.DATA2).u16(513).u8(1);
        Die die = root();
        assertEquals(OptionalLong.of(0xfe), die.number(0x101));
        assertEquals(OptionalLong.of(0xfedc), die.number(0x102));
        assertEquals(OptionalLong.of(0xfedcba98L), die.number(0x103));
        assertEquals(OptionalLong.of(-2), die.number(0x104));
        assertEquals(OptionalLong.of(300), die.number(0x105));
        assertEquals(OptionalLong.of(-1), die.number(0x106));
        assertTrue(die.flag(0x107));
        assertEquals(OptionalLong.of(7), die.number(0x108));
        assertEquals(OptionalLong.of(513), die.number(0x109));
        assertTrue(die.flag(0x10a));
        assertEquals(OptionalLong.empty(), die.number(0x10b));
    }

    @Test
    void stringsWhereverTheyAre() {
        built.abbreviation(1, DwTag.COMPILE_UNIT, false, new int[] {
            0x101,
            DwForm.STRING,
            0x102,
            DwForm.STRP,
            0x103,
            DwForm.LINE_STRP,
            0x104,
            DwForm.STRX1,
            DwAt.STR_OFFSETS_BASE,
            DwForm.SEC_OFFSET,
            0x105,
            DwForm.STRX3
        });
        entries.u8(1).text("here").u32(5).u32(1).u8(1).u32(8).u8(0, 0, 0);
        built.section("str").text("zero").text("five");
        built.section("line_str").text("xline");
        built.section("str_offsets").u64(0).u32(5).u32(0);
        Die die = root();
        assertEquals(Optional.of("here"), die.string(0x101));
        assertEquals(Optional.of("five"), die.string(0x102));
        assertEquals(Optional.of("line"), die.string(0x103));
        assertEquals(Optional.of("zero"), die.string(0x104));
        assertEquals(Optional.of("five"), die.string(0x105));
    }

    @Test
    void blocksAndAddresses() {
        built.abbreviation(1, DwTag.COMPILE_UNIT, false, new int[] {
            0x101,
            DwForm.BLOCK1,
            0x102,
            DwForm.EXPRLOC,
            0x103,
            DwForm.DATA16,
            DwAt.ADDR_BASE,
            DwForm.SEC_OFFSET,
            DwAt.LOW_PC,
            DwForm.ADDRX1,
            DwAt.HIGH_PC,
            DwForm.UDATA
        });
        entries.u8(1).u8(2, 9, 8).u8(1, 0x9c).u64(1).u64(2).u32(8).u8(1).u8(16);
        built.section("addr").u64(0).u64(0x1111).u64(0x400000);
        Die die = root();
        assertArrayEquals(new byte[] {9, 8}, die.block(0x101).orElseThrow().array(0, 2));
        assertEquals(0x9c, die.block(0x102).orElseThrow().u8(0));
        assertEquals(2, die.block(0x103).orElseThrow().u64(8));
        assertEquals(List.of(AddressRange.of(0x400000, 0x400010)), die.ranges());
    }

    @Test
    void anArrayOfItselfHasASize() {
        built.abbreviation(1, DwTag.COMPILE_UNIT, true)
                .abbreviation(2, DwTag.ARRAY_TYPE, true, DwAt.TYPE, DwForm.REF4)
                .abbreviation(3, DwTag.SUBRANGE_TYPE, false, DwAt.COUNT, DwForm.DATA1);
        entries.u8(1).u8(2).u32(13).u8(3, 4).u8(0, 0);
        Die array = root().children().getFirst();
        assertEquals(13, array.offset());
        Type type = new TypeReader().of(array);
        assertTrue(type.size() >= 0);
    }

    @Test
    void aCodeWithoutAbbreviationIsMalformed() {
        built.abbreviation(1, DwTag.COMPILE_UNIT, true);
        entries.u8(1, 9, 0);
        Die root = root();
        MalformedFile error = assertThrows(MalformedFile.class, root::children);
        assertEquals(".debug_info", error.section());
    }

    @Test
    void aLineProgramThatCountsItsFilesWildlyIsMalformed() {
        built.abbreviation(1, DwTag.COMPILE_UNIT, false, DwAt.STMT_LIST, DwForm.SEC_OFFSET);
        entries.u8(1).u32(0);
        // no directories, then 2^35 files that take no bytes
        built.section("line")
                .u32(28)
                .u16(5)
                .u8(8, 0)
                .u32(20)
                .u8(1, 1, 1, 0xfb, 14, 1, 0, 0, 0)
                .uleb(1L << 35);
        built.section("line").u64(0).u64(0);
        Unit unit = built.dwarf().units().getFirst();
        assertThrows(MalformedFile.class, () -> new LineTables().of(unit));
    }

    private Die root() {
        return built.dwarf().units().getFirst().root();
    }
}
