package gjdbg.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.built.Command;
import gjdbg.built.GoProgram;
import gjdbg.built.GoProgram.Mode;
import gjdbg.built.Sources;
import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import gjdbg.gosym.GoFunction;
import gjdbg.gosym.GoLineTable;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileSymbolsTest {
    static Stream<Arguments> builds() {
        return GoProgram.versions().stream()
                .flatMap(version -> Stream.of(Mode.values()).map(mode -> Arguments.of(version, mode)));
    }

    static Stream<Arguments> buildsWithDwarf() {
        return builds().filter(build -> build.get()[1] != Mode.STRIPPED);
    }

    private static FileSymbols symbols(String version, Mode mode) {
        return FileSymbols.of(ElfFile.open(GoProgram.build(Sources.CALLS, version, mode)));
    }

    private static Function only(ModuleSymbols symbols, String name) {
        List<Function> found = symbols.functionsNamed(name);
        assertEquals(1, found.size(), name);
        return found.getFirst();
    }

    @ParameterizedTest
    @MethodSource("buildsWithDwarf")
    void prologuesEndWhereTheCompilerMarksThem(String version, Mode mode) {
        Path program = GoProgram.build(Sources.CALLS, version, mode);
        TreeSet<Long> marked = new TreeSet<>();
        Command.lines(
                line -> marked.add(Long.parseUnsignedLong(line, 16)),
                GoProgram.tool(DwarfPrologues.SOURCE).toString(),
                program.toString());
        ElfFile elf = ElfFile.open(program);
        GoLineTable table = GoLineTable.of(elf).orElseThrow();
        int agreed = 0;
        StringBuilder others = new StringBuilder();
        for (int i = 0; i < table.functionCount(); i++) {
            GoFunction function = table.function(i);
            Long end = marked.ceiling(function.entry().value());
            long expected = end != null && end < function.end().value()
                    ? end
                    : function.entry().value();
            long found = GoPrologue.end(elf, function).value();
            if (found == expected) {
                agreed++;
            } else if (!function.file().endsWith(".s")) {
                others.append(function).append(" ends at 0x").append(Long.toHexString(found));
            }
        }
        System.out.println(
                "prologues of go" + version + " " + mode + ": " + agreed + " of " + table.functionCount() + " agree");
        assertEquals("", others.toString());
        // assembly that moves SP by hand has no prologue to the compiler
        assertTrue(table.functionCount() - agreed <= 3);
    }

    @ParameterizedTest
    @MethodSource("builds")
    void aBreakpointOnAFunctionIsInItsFirstLine(String version, Mode mode) {
        FileSymbols symbols = symbols(version, mode);
        for (String name : List.of("main.main", "main.transfer", "main.(*account).withdraw", "main.transfer.func1")) {
            Function function = only(symbols, name);
            FileAddress place = symbols.afterPrologue(function);
            assertTrue(function.contains(place), name);
            Position position = symbols.positionsAt(place).getLast();
            assertEquals(name, position.function());
            assertEquals(
                    symbols.positionsAt(function.entry()).getLast().line(), position.line(), name + " at " + place);
        }
    }

    @ParameterizedTest
    @MethodSource("builds")
    void aLoopDoesNotComeBackToTheBreakpointOnItsFunction(String version, Mode mode) {
        FileSymbols symbols = symbols(version, mode);
        Function endless = only(symbols, "main.endless");
        FileAddress place = symbols.afterPrologue(endless);
        String code = Command.output(
                "objdump",
                "-d",
                "--no-show-raw-insn",
                "--start-address=" + endless.entry(),
                "--stop-address=" + endless.end(),
                GoProgram.build(Sources.CALLS, version, mode).toString());
        assertTrue(code.contains("jmp"), code);
        assertTrue(
                code.lines()
                        .noneMatch(line -> line.matches(".*\\sj\\w+\\s+" + Long.toHexString(place.value()) + "\\b.*")),
                place + "\n" + code);
    }

    @ParameterizedTest
    @MethodSource("builds")
    void aLineIsFoundInEachFunctionAndInlinedCopy(String version, Mode mode) {
        FileSymbols symbols = symbols(version, mode);
        for (int line : new int[] {29, 35, 38, 46, 89}) {
            List<FileAddress> places = symbols.addressesOf("main.go", line);
            assertEquals(1, places.size(), "line " + line);
            Position position = symbols.positionsAt(places.getFirst()).getFirst();
            assertTrue(position.file().endsWith("/main.go"));
            assertTrue(position.line() == line || line == 29, position + " for " + line);
        }
        // how many calls of half are inlined, computed beforehand or merged is up to the compiler
        List<FileAddress> half = symbols.addressesOf("main.go", 25);
        if (mode == Mode.NOOPT) {
            assertEquals(1, half.size());
        } else {
            assertTrue(!half.isEmpty(), half.toString());
            assertTrue(half.containsAll(symbols.inlinedCopies("main.half")));
        }
        for (FileAddress place : half) {
            Position position = symbols.positionsAt(place).getFirst();
            assertEquals("main.half", position.function());
            assertEquals(25, position.line());
        }
        assertEquals(List.of(), symbols.addressesOf("main.go", 2));
        assertEquals(List.of(), symbols.addressesOf("ain.go", 46));
        assertEquals(List.of(), symbols.addressesOf("other.go", 46));
    }

    @ParameterizedTest
    @MethodSource("builds")
    void lineStartsCoverTheLinesOfAFunction(String version, Mode mode) {
        FileSymbols symbols = symbols(version, mode);
        Function transfer = only(symbols, "main.transfer");
        List<Integer> lines = symbols.lineStarts(transfer).stream()
                .map(start -> symbols.positionsAt(start).getLast().line())
                .toList();
        assertTrue(lines.containsAll(List.of(29, 30, 35, 36, 38, 39)), lines.toString());
    }

    @ParameterizedTest
    @MethodSource("builds")
    void namesNearToAWrongOneAreOffered(String version, Mode mode) {
        FileSymbols symbols = symbols(version, mode);
        assertEquals("main.transfer", symbols.closestFunctions("main.tranfser").getFirst());
        assertEquals("main.transfer", symbols.closestFunctions("transfer").getFirst());
        assertEquals(
                "main.(*account).withdraw", symbols.closestFunctions("withdraw").getFirst());
        assertEquals(
                "main.(*account).withdraw",
                symbols.closestFunctions("main.account.withdraw").getFirst());
        assertTrue(symbols.closestFunctions("nothing.like.this.at.all").isEmpty());
        assertTrue(symbols.closestFunctions("main.").size() <= 5);
    }

    @Test
    void functionsOfCAreFoundByElfSymbols() {
        FileSymbols symbols = symbols("1.26", Mode.CGO_PIE);
        List<Function> start = symbols.functionsNamed("_start");
        assertEquals(1, start.size());
        assertEquals(
                ElfFile.open(GoProgram.build(Sources.CALLS, "1.26", Mode.CGO_PIE))
                        .entry(),
                start.getFirst().entry());
        assertEquals(
                "_start",
                symbols.positionsAt(start.getFirst().entry().plus(4)).getFirst().function());
        assertTrue(symbols.stackDelta(start.getFirst().entry()).isEmpty());
    }

    @Test
    void genericFunctionsAreFoundByEachFormOfTheirNames() {
        String source = """
                package main

                type list[T any] struct{ items []T }

                //go:noinline
                func (l *list[T]) push(x T) { l.items = append(l.items, x) }

                //go:noinline
                func convert[T, U any](x T, f func(T) U) U { return f(x) }

                func main() {
                	l := &list[int]{}
                	l.push(convert("x", func(s string) int { return len(s) }))
                	m := &list[string]{}
                	m.push(convert(len(l.items), func(n int) string { return "y" }))
                	println(len(m.items))
                }
                """;
        for (String version : GoProgram.versions()) {
            if (version.compareTo("1.18") < 0) {
                continue;
            }
            FileSymbols symbols = FileSymbols.of(ElfFile.open(GoProgram.build(source, version, Mode.OPT)));
            assertEquals(2, symbols.functionsNamed("main.convert").size(), version);
            assertEquals(2, symbols.functionsNamed("main.convert[...]").size(), version);
            assertEquals(2, symbols.functionsNamed("main.(*list).push").size(), version);
            assertEquals(2, symbols.functionsNamed("main.(*list[...]).push").size(), version);
            Function instance = symbols.functionsNamed("main.convert").getFirst();
            assertEquals(
                    "main.convert[...]",
                    symbols.positionsAt(instance.entry()).getLast().function());
            assertTrue(symbols.functionsNamed(instance.name()).contains(instance));
            assertTrue(symbols.functionsNamed("main.conver").isEmpty());
        }
    }
}
