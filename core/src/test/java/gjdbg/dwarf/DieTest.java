package gjdbg.dwarf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.built.GoProgram;
import gjdbg.built.Sources;
import gjdbg.elf.ElfFile;
import gjdbg.testbins.Delve;
import gjdbg.testbins.Fixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DieTest {
    static List<String> versions() {
        return GoProgram.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void entriesOfAGoProgramAreThoseOfReadelf(String version) {
        assertEntriesAgree(GoProgram.build(Sources.CALLS, version, GoProgram.Mode.OPT));
    }

    @Test
    void entriesOfALargeProgramAreThoseOfReadelf() {
        assertEntriesAgree(Delve.command());
    }

    @Test
    void entriesOfAProgramWithBothLanguagesAreThoseOfReadelf() {
        assertEntriesAgree(GoProgram.build(Sources.CALLS, "1.26", GoProgram.Mode.CGO));
    }

    @ParameterizedTest
    @CsvSource({"-gdwarf-2", "-gdwarf-3", "-gdwarf-4", "-gdwarf-5", "-gdwarf64"})
    void entriesOfACProgramAreThoseOfReadelf(String format) {
        assertEntriesAgree(Fixtures.c("cinlined", "-g", format, "-O2"));
    }

    private static void assertEntriesAgree(Path program) {
        List<ReadelfEntries.Entry> expected = ReadelfEntries.of(program);
        List<ReadelfEntries.Entry> found = new ArrayList<>();
        for (Unit unit : Dwarf.of(ElfFile.open(program)).orElseThrow().units()) {
            collect(unit.root(), 0, found);
        }
        int wrong = Math.abs(expected.size() - found.size());
        String first = wrong > 0 ? expected.size() + " entries expected, " + found.size() + " found" : "";
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            if (!expected.get(i).equals(found.get(i))) {
                first = first.isEmpty() ? "expected " + expected.get(i) + ", found " + found.get(i) : first;
                wrong++;
            }
        }
        System.out.println(program.getFileName() + ": " + expected.size() + " entries, " + wrong + " disagree");
        assertEquals(0, wrong, first);
        assertTrue(expected.size() > 20);
    }

    private static void collect(Die die, int depth, List<ReadelfEntries.Entry> found) {
        OptionalLong high = die.number(DwAt.HIGH_PC);
        long low = die.number(DwAt.LOW_PC).orElse(0);
        long end = high.isEmpty() ? 0 : die.isAddress(DwAt.HIGH_PC) ? high.getAsLong() : low + high.getAsLong();
        found.add(new ReadelfEntries.Entry(
                depth,
                die.offset(),
                die.name().orElse(""),
                low,
                end,
                die.reference(DwAt.TYPE).map(Die::offset).orElse(0L)));
        die.forEachChild(child -> {
            collect(child, depth + 1, found);
            return true;
        });
    }
}
