package gjdbg.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.built.Command;
import gjdbg.built.GoProgram;
import gjdbg.built.Sources;
import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import gjdbg.testbins.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeLinesTest {
    @ParameterizedTest
    @CsvSource({
        "-gdwarf-2, -O0",
        "-gdwarf-3, -O2",
        "-gdwarf-4, -O0",
        "-gdwarf-4, -O2",
        "-gdwarf-5, -O0",
        "-gdwarf-5, -O2"
    })
    void positionsAndInlinedCallsAreThoseOfAddr2line(String format, String optimisation) {
        Path program = Fixtures.c("cinlined", "-g", format, optimisation);
        ModuleSymbols symbols = FileSymbols.of(ElfFile.open(program));
        List<String> addresses = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (String name : List.of("sum", "push", "factorial", "main")) {
            Function function = symbols.functionsNamed(name).getFirst();
            for (long pc = function.entry().value(); pc < function.end().value(); pc++) {
                addresses.add(Long.toHexString(pc));
                found.add("0x" + "0".repeat(16 - Long.toHexString(pc).length()) + Long.toHexString(pc));
                for (Position position : symbols.positionsAt(new FileAddress(pc))) {
                    found.add(position.function());
                    found.add(position.file() + ":" + position.line());
                }
            }
        }
        assertTrue(addresses.size() > 100);
        List<String> command = new ArrayList<>(List.of("addr2line", "-a", "-i", "-f", "-e", program.toString()));
        command.addAll(addresses);
        List<String> expected = new ArrayList<>();
        Command.lines(line -> expected.add(line.replaceAll(" \\(discriminator.*", "")), command.toArray(String[]::new));
        assertEquals(expected, found);
    }

    @Test
    void aBreakpointOnAFunctionGoesToTheFirstStatementOfItsBody() {
        Path program = Fixtures.c("cinlined", "-g", "-O0");
        ModuleSymbols symbols = FileSymbols.of(ElfFile.open(program));
        FileAddress place = symbols.afterPrologue(symbols.functionsNamed("push").getFirst());
        Position position = symbols.positionsAt(place).getFirst();
        assertEquals(lineWith(Path.of(position.file()), "// in push"), position.line());
        assertEquals("push", position.function());
    }

    @Test
    void aBreakpointOnALineOfAnInlinedFunctionGoesToEachCopy() {
        Path program = Fixtures.c("cinlined", "-g", "-O2");
        ModuleSymbols symbols = FileSymbols.of(ElfFile.open(program));
        String file = symbols.files(path -> path.endsWith("/cinlined.c")).getFirst();
        int line = lineWith(Path.of(file), "// in twice");
        List<FileAddress> places = symbols.addressesOf("cinlined.c", line);
        assertEquals(2, places.size());
        for (FileAddress place : places) {
            List<Position> positions = symbols.positionsAt(place);
            assertEquals(
                    List.of("twice", "quadruple", "sum"),
                    positions.stream().map(Position::function).toList());
            assertEquals(line, positions.getFirst().line());
            assertEquals(file, positions.getFirst().file());
        }
        assertEquals(2, symbols.inlinedCopies("twice").size());
        assertEquals(1, symbols.inlinedCopies("quadruple").size());
    }

    @Test
    void steppingMayStopAtEachLineOfAFunction() {
        Path program = Fixtures.c("cinlined", "-g", "-O0");
        ModuleSymbols symbols = FileSymbols.of(ElfFile.open(program));
        Function push = symbols.functionsNamed("push").getFirst();
        List<Integer> lines = symbols.lineStarts(push).stream()
                .map(start -> symbols.positionsAt(start).getFirst().line())
                .toList();
        int first = lines.getFirst();
        assertEquals(List.of(first, first + 1, first + 2, first + 3, first + 4, first + 5), lines);
    }

    @Test
    void theCInAGoProgramHasItsLines() {
        Path program = GoProgram.build(Sources.CALLS, "1.26", GoProgram.Mode.CGO);
        ModuleSymbols symbols = FileSymbols.of(ElfFile.open(program));
        Function function = symbols.functions(name -> name.equals("cadd")).getFirst();
        assertFalse(function.go());
        Position position = symbols.positionsAt(function.entry()).getFirst();
        assertTrue(position.file().endsWith("/c.go"), position.toString());
        assertEquals(4, position.line());
        assertEquals("cadd", position.function());
        assertFalse(symbols.lineStarts(function).isEmpty());
        assertTrue(function.contains(symbols.afterPrologue(function)));
    }

    private static int lineWith(Path source, String text) {
        try {
            List<String> lines = Files.readAllLines(source);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(text)) {
                    return i + 1;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException(text);
    }
}
