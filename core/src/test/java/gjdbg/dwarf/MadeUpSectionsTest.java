package gjdbg.dwarf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.dwarf.DwarfBuilder.Section;
import gjdbg.elf.FileAddress;
import gjdbg.error.MalformedFile;
import gjdbg.type.DebugNames;
import gjdbg.type.TypeReader;
import gjdbg.type.Types;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sections that no mutation of a real program's finds: small ones that would cost much memory, time or stack. */
class MadeUpSectionsTest {
    private static final Duration PROMPTLY = Duration.ofSeconds(20);

    private final DwarfBuilder built = new DwarfBuilder();
    private final Section entries = built.section("entries");

    @Test
    void aBaseOfIndexedAddressesThatIsOneItselfIsMalformed() {
        built.abbreviation(1, DwTag.COMPILE_UNIT, false, DwAt.ADDR_BASE, DwForm.ADDRX, DwAt.LOW_PC, DwForm.ADDRX);
        entries.u8(1, 0, 0);
        built.section("addr").u64(0).u64(0);
        Unit unit = built.dwarf().units().getFirst();
        assertThrows(MalformedFile.class, unit::base);
    }

    @Test
    void anIndirectBaseThatIsAnIndexedAddressIsMalformed() {
        built.abbreviation(1, DwTag.COMPILE_UNIT, false, DwAt.ADDR_BASE, DwForm.INDIRECT, DwAt.LOW_PC, DwForm.ADDRX);
        entries.u8(1, DwForm.ADDRX, 0, 0);
        built.section("addr").u64(0).u64(0);
        Unit unit = built.dwarf().units().getFirst();
        assertThrows(MalformedFile.class, unit::base);
    }

    @Test
    void anAddressOfIndirectFormIsNoLength() {
        built.abbreviation(1, DwTag.COMPILE_UNIT, false, DwAt.LOW_PC, DwForm.ADDR, DwAt.HIGH_PC, DwForm.INDIRECT);
        entries.u8(1).u64(0x1000).u8(DwForm.ADDR).u64(0x2000);
        assertEquals(List.of(AddressRange.of(0x1000, 0x2000)), root().ranges());
    }

    @Test
    void aListIndexOfIndirectFormIsNoOffset() {
        built.abbreviation(
                1, DwTag.COMPILE_UNIT, false, DwAt.RNGLISTS_BASE, DwForm.SEC_OFFSET, DwAt.RANGES, DwForm.INDIRECT);
        entries.u8(1).u32(0).u8(DwForm.RNGLISTX, 0);
        built.section("rnglists").u32(4).u8(7).u64(0x1000).uleb(0x10).u8(0);
        assertEquals(List.of(AddressRange.of(0x1000, 0x1010)), root().ranges());
        assertTrue(root().contains(new FileAddress(0x100f)));
    }

    @Test
    void abbreviationsThatBeginOneWithinAnotherAreMalformed() {
        Section abbrev = built.section("abbrev");
        for (int i = 0; i < 60_000; i++) {
            abbrev.u8(1, 1);
        }
        abbrev.u8(0, 0, 0, 0);
        for (int i = 0; i < 2000; i++) {
            built.section("info").u32(9).u16(5).u8(1, 8).u32(2 * i).u8(1);
        }
        Dwarf dwarf = built.dwarf();
        assertTimeoutPreemptively(PROMPTLY, () -> {
            MalformedFile error =
                    assertThrows(MalformedFile.class, () -> dwarf.units().forEach(Unit::abbreviations));
            assertTrue(error.getMessage().contains("too many abbreviations"), error.getMessage());
        });
    }

    @Test
    void anAbbreviationWithMoreAttributesThanThereAreIsMalformed() {
        Section abbrev = built.section("abbrev");
        for (int i = 0; i < 70_000; i++) {
            abbrev.u8(1, 1);
        }
        abbrev.u8(0, 0, 0, 0);
        entries.u8(1);
        MalformedFile error = assertThrows(MalformedFile.class, this::root);
        assertTrue(error.getMessage().contains("more attributes than there are"), error.getMessage());
    }

    @Test
    void aLongListThatManyInlinedCallsNameIsReadOnce() {
        Die function = functionOfCalls(100_000, 0);
        assertTimeoutPreemptively(
                PROMPTLY, () -> assertEquals(List.of(), InlinedCalls.at(function, new FileAddress(0x1000))));
    }

    @Test
    void listsThatBeginOneWithinAnotherAreMalformed() {
        Die function = functionOfCalls(100_000, 3);
        assertTimeoutPreemptively(
                PROMPTLY,
                () -> assertThrows(MalformedFile.class, () -> InlinedCalls.at(function, new FileAddress(0x1000))));
    }

    /** @param apart bytes from where one call's list begins to the next one's */
    private Die functionOfCalls(int calls, int apart) {
        built.abbreviation(1, DwTag.COMPILE_UNIT, true)
                .abbreviation(2, DwTag.SUBPROGRAM, true)
                .abbreviation(3, DwTag.INLINED_SUBROUTINE, false, DwAt.RANGES, DwForm.SEC_OFFSET);
        entries.u8(1, 2);
        for (int i = 0; i < calls; i++) {
            entries.u8(3).u32((long) i * apart);
            built.section("rnglists").u8(4, 1, 2);
        }
        entries.u8(0, 0);
        built.section("rnglists").u8(0);
        return root().children().getFirst();
    }

    @Test
    void rangesThatOverlapHoldWhatAnyOfThemHolds() {
        built.abbreviation(1, DwTag.COMPILE_UNIT, false, DwAt.RANGES, DwForm.SEC_OFFSET);
        entries.u8(1).u32(0);
        Section list = built.section("rnglists");
        for (int[] range : new int[][] {{0x30, 0x40}, {0x10, 0x20}, {0x18, 0x1c}, {0x20, 0x24}, {0x50, 0x50}}) {
            list.u8(6).u64(range[0]).u64(range[1]);
        }
        list.u8(0);
        Die root = root();
        List<AddressRange> ranges = root.ranges();
        assertEquals(4, ranges.size());
        for (int pc = 0; pc < 0x60; pc++) {
            FileAddress address = new FileAddress(pc);
            assertEquals(ranges.stream().anyMatch(range -> range.contains(address)), root.contains(address));
        }
    }

    @Test
    void namesThatAreEndsOfOneLongStringAreMalformedEachTime() {
        built.abbreviation(1, DwTag.COMPILE_UNIT, true).abbreviation(2, DwTag.BASE_TYPE, false, DwAt.NAME, DwForm.STRP);
        entries.u8(1);
        for (int i = 0; i < 2000; i++) {
            entries.u8(2).u32(i);
        }
        entries.u8(0);
        built.section("str").text("x".repeat(1 << 20));
        Dwarf dwarf = built.dwarf();
        Types types = new Types(dwarf, new TypeReader(), new DebugNames(dwarf));
        assertTimeoutPreemptively(PROMPTLY, () -> {
            assertThrows(MalformedFile.class, () -> types.get("x"));
            assertThrows(MalformedFile.class, () -> types.get("xy"));
        });
    }

    private Die root() {
        return built.dwarf().units().getFirst().root();
    }
}
