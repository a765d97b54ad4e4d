package gjdbg.gosym;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.built.Command;
import gjdbg.built.GoProgram;
import gjdbg.built.GoProgram.Mode;
import gjdbg.built.Sources;
import gjdbg.elf.ElfFile;
import gjdbg.elf.ElfSymbol;
import gjdbg.elf.FileAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoLineTableTest {
    static Stream<Arguments> builds() {
        return GoProgram.versions().stream()
                .flatMap(version -> Stream.of(Mode.values()).map(mode -> Arguments.of(version, mode)));
    }

    private static GoLineTable table(String version, Mode mode) {
        return GoLineTable.of(ElfFile.open(GoProgram.build(Sources.CALLS, version, mode)))
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("builds")
    void everyGoFunctionIsWhereTheElfSymbolsHaveIt(String version, Mode mode) {
        GoLineTable table = table(version, mode);
        if (mode == Mode.STRIPPED) {
            // the same code as unstripped, where the symbols tell
            assertEquals(names(table(version, Mode.OPT)), names(table));
            return;
        }
        int checked = 0;
        for (ElfSymbol symbol : table.elf().symbols().all()) {
            boolean go = symbol.type() == ElfSymbol.STT_FUNC
                    && symbol.size() > 0
                    && symbol.address().compareTo(table.start()) >= 0
                    && symbol.address().compareTo(table.end()) < 0;
            if (go) {
                GoFunction function = table.functionAt(symbol.address()).orElseThrow();
                assertEquals(symbol.address(), function.entry(), symbol.name());
                String expected = symbol.name().replaceFirst("\\.abi(0|internal)$", "");
                String found = function.name().replace('\u00b7', '.');
                // Go 1.18 to 1.20 leave out of the line table what stands in brackets
                assertEquals(found.contains("[...]") ? expected.replaceFirst("\\[.*\\]", "[...]") : expected, found);
                checked++;
            }
        }
        assertTrue(checked > 1000, checked + " functions");
    }

    private static List<String> names(GoLineTable table) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < table.functionCount(); i++) {
            names.add(table.function(i).toString());
        }
        return names;
    }

    @ParameterizedTest
    @MethodSource("builds")
    void positionsAreThoseThatTheProgramPrintsOfItself(String version, Mode mode) {
        Path program = GoProgram.build(Sources.CALLS, version, mode);
        GoLineTable table = table(version, mode);
        List<String> frames = Command.output(program.toString()).lines().toList();
        assertTrue(frames.size() > 8, "the program printed too little");
        long bias = 0;
        for (String frame : frames) {
            String[] fields = frame.split(" ");
            if (fields[2].equals("main.main")) {
                bias = Long.parseUnsignedLong(fields[1], 16)
                        - table.functionsNamed("main.main").getFirst().entry().value();
            }
        }
        assertEquals(mode == Mode.PIE || mode == Mode.CGO_PIE, bias != 0);
        for (int i = 0; i < frames.size(); ) {
            FileAddress pc =
                    new FileAddress(Long.parseUnsignedLong(frames.get(i).split(" ")[0], 16) - bias);
            // the runtime gives the PC of the call itself, and for frames inlined around it one of its own making
            List<GoPosition> positions =
                    table.functionAt(pc).orElseThrow().inlineTree().positions(pc);
            for (GoPosition position : positions) {
                String[] fields = frames.get(i++).split(" ");
                assertEquals(
                        fields[2] + " " + fields[3],
                        position.function() + " " + position.file() + ":" + position.line());
            }
            assertFalse(positions.getLast().inlined());
        }
        boolean inlining = mode != Mode.NOOPT;
        assertEquals(inlining, !table.inlinedCopies("main.inner").isEmpty());
        assertEquals(inlining, !table.inlinedCopies("main.half").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("builds")
    void linesOfAllFunctionsAgreeWithGoToolAddr2line(String version, Mode mode) throws IOException {
        if (mode == Mode.STRIPPED) {
            return;
        }
        GoLineTable table = table(version, mode);
        List<FileAddress> places = new ArrayList<>();
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < table.functionCount(); i += 7) {
            GoFunction function = table.function(i);
            FileAddress pc = function.entry()
                    .plus((function.end().value() - function.entry().value()) / 3);
            places.add(pc);
            input.append(pc).append('\n');
        }
        List<String> told = addr2line(table.elf().path(), input.toString());
        for (int i = 0; i < places.size(); i++) {
            GoFunction function = table.functionAt(places.get(i)).orElseThrow();
            String file = function.file(places.get(i));
            int line = function.line(places.get(i));
            assertEquals(
                    told.get(2 * i + 1).replaceFirst("^\\?:0$|^:-\\d+$", ":0"), file + ":" + line, function.toString());
        }
        assertTrue(places.size() > 150);
    }

    private static List<String> addr2line(Path program, String input) throws IOException {
        Process process = new ProcessBuilder("go", "tool", "addr2line", program.toString()).start();
        Thread writer = Thread.ofVirtual().start(() -> {
            try (var to = process.outputWriter()) {
                to.write(input);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try (var from = process.inputReader()) {
            return from.lines().toList();
        } finally {
            writer.interrupt();
        }
    }

    @ParameterizedTest
    @MethodSource("builds")
    void buildInformationIsThatOfGoVersion(String version, Mode mode) {
        Path program = GoProgram.build(Sources.CALLS, version, mode);
        BuildInfo info = BuildInfo.of(ElfFile.open(program)).orElseThrow();
        String told = Command.output("go", "version", "-m", program.toString());
        assertTrue(told.startsWith(program + ": " + info.goVersion() + "\n"), told);
        assertTrue(told.contains("\tpath\t" + info.mainPackage() + "\n"), told);
        assertTrue(told.contains("\tmod\t" + info.module() + "\t" + info.moduleVersion()), told);
        info.settings()
                .forEach((key, value) -> assertTrue(
                        told.contains("\tbuild\t" + key + "=" + value)
                                || told.contains("\tbuild\t" + key + "=\"" + value + "\""),
                        key + " " + told));
        assertEquals(
                told.lines().filter(line -> line.startsWith("\tbuild\t")).count(),
                info.settings().size());
    }

    @ParameterizedTest
    @MethodSource("builds")
    void specialFunctionsHaveTheirFlags(String version, Mode mode) {
        GoLineTable table = table(version, mode);
        GoFunction exit = table.functionsNamed("runtime.goexit").getFirst();
        // there are no flags before Go 1.17
        assertEquals(version.compareTo("1.17") >= 0, exit.isTopFrame());
        assertTrue(exit.funcId() != 0);
        GoFunction transfer = table.functionsNamed("main.transfer").getFirst();
        assertFalse(transfer.isTopFrame());
        assertFalse(transfer.isAsm());
        assertEquals(0, transfer.funcId());
        assertEquals(29, transfer.startLine());
        assertTrue(transfer.file().endsWith("/main.go"));
        FileAddress call = transfer.deferReturn().orElseThrow();
        assertTrue(transfer.contains(call));
        assertEquals(0, transfer.stackDelta(transfer.entry()).orElseThrow());
        assertTrue(transfer.stackDelta(call).orElseThrow() > 8);
    }

    @Test
    void aProgramThatIsNotGosHasNoTable() {
        ElfFile shell = ElfFile.open(Path.of("/bin/sh"));
        assertTrue(GoLineTable.of(shell).isEmpty());
        assertTrue(BuildInfo.of(shell).isEmpty());
    }

    @Test
    void addressesOutsideOfTheCodeHaveNoFunction() {
        GoLineTable table = table("1.26", Mode.OPT);
        assertTrue(table.functionAt(new FileAddress(0)).isEmpty());
        assertTrue(table.functionAt(table.end()).isEmpty());
        assertTrue(table.functionAt(table.start().plus(-1)).isEmpty());
        assertTrue(table.functionAt(new FileAddress(-1)).isEmpty());
    }
}
