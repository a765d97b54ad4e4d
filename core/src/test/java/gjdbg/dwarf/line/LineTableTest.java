package gjdbg.dwarf.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.built.GoProgram;
import gjdbg.built.Sources;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.Dwarf;
import gjdbg.dwarf.Unit;
import gjdbg.elf.ElfFile;
import gjdbg.testbins.Delve;
import gjdbg.testbins.Fixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LineTableTest {
    static List<String> versions() {
        return GoProgram.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void rowsOfAGoProgramAreThoseOfReadelf(String version) {
        assertRowsAgree(GoProgram.build(Sources.CALLS, version, GoProgram.Mode.OPT));
    }

    @Test
    void rowsOfALargeProgramAreThoseOfReadelf() {
        assertRowsAgree(Delve.command());
    }

    @Test
    void rowsOfAProgramWithBothLanguagesAreThoseOfReadelf() {
        assertRowsAgree(GoProgram.build(Sources.CALLS, "1.26", GoProgram.Mode.CGO));
    }

    @ParameterizedTest
    @CsvSource({
        "-gdwarf-2, -O0",
        "-gdwarf-2, -O2",
        "-gdwarf-3, -O0",
        "-gdwarf-3, -O2",
        "-gdwarf-4, -O0",
        "-gdwarf-4, -O2",
        "-gdwarf-5, -O0",
        "-gdwarf-5, -O2",
        "-gdwarf64, -O2"
    })
    void rowsOfACProgramAreThoseOfReadelf(String format, String optimisation) {
        assertRowsAgree(Fixtures.c("cinlined", "-g", format, optimisation));
    }

    @Test
    void rowsOfACompressedTableAreThoseOfReadelf() {
        assertRowsAgree(Fixtures.c("cinlined", "-g", "-gz=zlib", "-O2"));
    }

    private static void assertRowsAgree(Path program) {
        List<ReadelfRows.Row> expected = ReadelfRows.of(program);
        List<ReadelfRows.Row> found = rows(program);
        int wrong = Math.abs(expected.size() - found.size());
        String first = wrong > 0 ? expected.size() + " rows expected, " + found.size() + " found" : "";
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            if (!expected.get(i).equals(found.get(i))) {
                first = first.isEmpty() ? "expected " + expected.get(i) + ", found " + found.get(i) : first;
                wrong++;
            }
        }
        System.out.println(program.getFileName() + ": " + expected.size() + " rows, " + wrong + " disagree");
        assertEquals(0, wrong, first);
        assertTrue(expected.size() > 20);
    }

    private static List<ReadelfRows.Row> rows(Path program) {
        Dwarf dwarf = Dwarf.of(ElfFile.open(program)).orElseThrow();
        LineTables tables = new LineTables();
        Map<Long, LineTable> byOffset = new TreeMap<>();
        for (Unit unit : dwarf.units()) {
            tables.of(unit)
                    .ifPresent(table ->
                            byOffset.put(unit.root().number(DwAt.STMT_LIST).orElseThrow(), table));
        }
        List<ReadelfRows.Row> rows = new ArrayList<>();
        for (LineTable table : byOffset.values()) {
            for (int row = 0; row < table.size(); row++) {
                boolean end = table.isEndOfSequence(row);
                String path = table.file(row).path();
                rows.add(new ReadelfRows.Row(
                        table.address(row).value(),
                        path.substring(path.lastIndexOf('/') + 1),
                        end ? 0 : table.line(row),
                        !end && table.isStatement(row),
                        end));
            }
        }
        return rows;
    }
}
