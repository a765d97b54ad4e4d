package gjdbg.dwarf;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import gjdbg.built.GoProgram;
import gjdbg.dwarf.line.LineTable;
import gjdbg.dwarf.line.LineTables;
import gjdbg.elf.FileAddress;
import gjdbg.error.GjdbgException;
import gjdbg.testbins.Fixtures;
import gjdbg.type.Type;
import gjdbg.type.TypeReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mutated sections end in an answer or in an error of gjdbg's own, in bounded time. */
class DwarfFuzzTest {
    /** For all the programs together. */
    private static final int INPUTS = Integer.getInteger("gjdbg.fuzz.inputs", 5000);

    private static final int ROUNDS = INPUTS / 5;
    private static final int MOST_BYTES = 40_000;
    private static final int MOST_ENTRIES = 3000;

    static Stream<Path> programs() {
        return Stream.of(
                Fixtures.c("cinlined", "-g", "-gdwarf-2", "-O2"),
                Fixtures.c("cinlined", "-g", "-gdwarf-4", "-O2"),
                Fixtures.c("cinlined", "-g", "-gdwarf-5", "-O2"),
                Fixtures.c("cinlined", "-g", "-gdwarf64", "-O0"),
                GoProgram.build("package main\n\nfunc main() {}\n", "1.26", GoProgram.Mode.OPT));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void mutatedSectionsEndInAnAnswerOrAnError(Path program) {
        Map<String, byte[]> original = DamagedSections.of(program, MOST_BYTES);
        Random random = new Random(42);
        int[] errors = {0};
        assertTimeoutPreemptively(Duration.ofSeconds(30 + ROUNDS / 50), () -> {
            for (int round = 0; round < ROUNDS; round++) {
                Map<String, byte[]> mutated = DamagedSections.damaged(original, Optional.empty(), random);
                try {
                    Dwarf dwarf = DamagedSections.dwarf(mutated);
                    read(dwarf, dwarf.units());
                } catch (GjdbgException e) {
                    errors[0]++;
                } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                    fail("round " + round + " of " + program, e);
                }
            }
        });
        System.out.println(program + ": " + errors[0] + " of " + ROUNDS + " mutations end in an error");
        assertTrue(errors[0] > 0);
    }

    static void read(Dwarf dwarf, List<Unit> units) {
        LineTables lines = new LineTables();
        TypeReader types = new TypeReader();
        int[] left = {MOST_ENTRIES};
        GjdbgException first = null;
        for (Unit unit : units) {
            // an error in one unit is not to keep the test from the others
            for (Runnable part : List.<Runnable>of(
                    () -> walk(unit.root(), 0, left, types),
                    () -> functions(dwarf, unit),
                    () -> lines.of(unit).ifPresent(DwarfFuzzTest::ask))) {
                try {
                    part.run();
                } catch (GjdbgException e) {
                    first = first == null ? e : first;
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static void walk(Die die, int depth, int[] left, TypeReader types) {
        if (--left[0] < 0 || depth > 20) {
            return;
        }
        for (int attribute : new int[] {DwAt.NAME, DwAt.LOW_PC, DwAt.HIGH_PC, DwAt.TYPE, DwAt.LOCATION, DwAt.RANGES}) {
            die.number(attribute);
            die.string(attribute);
            die.block(attribute);
            die.reference(attribute);
        }
        die.holder(DwAt.NAME);
        die.ranges();
        Type type = types.of(die);
        type.size();
        type.fields();
        type.element().ifPresent(Type::size);
        die.forEachChild(child -> {
            walk(child, depth + 1, left, types);
            return left[0] > 0;
        });
    }

    private static void functions(Dwarf dwarf, Unit unit) {
        for (AddressRange range : unit.root().ranges()) {
            FileAddress pc = range.start();
            dwarf.functionAt(pc).ifPresent(function -> {
                InlinedCalls.at(function, pc);
                InlinedCalls.of(function.unit(), function);
            });
        }
    }

    private static void ask(LineTable table) {
        table.files();
        for (int row = 0; row < table.size(); row += 7) {
            table.rowAt(table.address(row));
            table.prologueEnd(
                    new AddressRange(table.address(row), table.address(row).plus(100)));
            table.addressesOf(table.file(row).path(), table.line(row));
        }
    }
}
