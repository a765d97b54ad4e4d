package gjdbg.elf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.built.Command;
import gjdbg.built.GoProgram;
import gjdbg.built.Sources;
import gjdbg.gosym.BuildInfo;
import gjdbg.gosym.GoLineTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ElfFileTest {
    @TempDir
    Path directory;

    private static ElfFile program(GoProgram.Mode mode) {
        return ElfFile.open(GoProgram.build(Sources.CALLS, "1.26", mode));
    }

    @ParameterizedTest
    @EnumSource(GoProgram.Mode.class)
    void sectionsAreThoseOfReadelf(GoProgram.Mode mode) {
        ElfFile elf = program(mode);
        List<String> expected = new ArrayList<>();
        Command.lines(
                line -> {
                    int close = line.indexOf(']');
                    if (line.startsWith("  [") && Character.isDigit(line.charAt(close - 1))) {
                        String[] fields = line.substring(close + 1).trim().split("\\s+");
                        if (fields.length > 5 && !fields[0].equals("NULL")) {
                            expected.add(fields[0] + " " + fields[2] + " " + fields[3]);
                        }
                    }
                },
                "readelf",
                "-SW",
                elf.path().toString());
        List<String> found = new ArrayList<>();
        for (Section section : elf.sections()) {
            if (!section.name().isEmpty()) {
                found.add("%s %016x %06x"
                        .formatted(section.name(), section.address().value(), section.offset()));
            }
        }
        assertTrue(expected.size() > 10, "readelf told too little");
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @EnumSource(GoProgram.Mode.class)
    void segmentsEntryAndKindAreThoseOfReadelf(GoProgram.Mode mode) {
        ElfFile elf = program(mode);
        String header = Command.output("readelf", "-hlW", elf.path().toString());
        assertTrue(header.contains("Entry point address:               " + elf.entry()), header);
        assertEquals(header.contains("DYN ("), elf.isPie());
        for (Segment segment : elf.loaded()) {
            String row = "LOAD           0x%06x 0x%016x 0x%016x 0x%06x 0x%06x"
                    .formatted(
                            segment.offset(),
                            segment.address(),
                            segment.address(),
                            segment.fileSize(),
                            segment.memorySize());
            assertTrue(header.contains(row), row + "\n" + header);
        }
        assertEquals(header.contains("\n  TLS "), elf.tls().isPresent());
        assertEquals(header.contains("\n  INTERP "), elf.interpreter().isPresent());
    }

    @ParameterizedTest
    @EnumSource(value = GoProgram.Mode.class, names = "STRIPPED", mode = EnumSource.Mode.EXCLUDE)
    void symbolsAreThoseOfReadelf(GoProgram.Mode mode) {
        ElfFile elf = program(mode);
        List<String> expected = new ArrayList<>();
        Command.lines(
                line -> {
                    String[] fields = line.trim().split("\\s+", 8);
                    if (fields.length == 8
                            && fields[0].matches("\\d+:")
                            && fields[3].equals("FUNC")
                            && !fields[6].equals("UND")) {
                        expected.add(fields[1] + " " + Long.decode(fields[2]) + " " + fields[7]);
                    }
                },
                "readelf",
                "-sW",
                "--dyn-syms",
                elf.path().toString());
        List<String> found = new ArrayList<>();
        for (ElfSymbol symbol : elf.symbols().all()) {
            if (symbol.type() == ElfSymbol.STT_FUNC) {
                found.add("%016x %d %s".formatted(symbol.address().value(), symbol.size(), symbol.name()));
            }
        }
        assertTrue(found.size() > 1000);
        expected.replaceAll(row -> row.replaceAll("@.*", ""));
        found.replaceAll(row -> row.replaceAll("@.*", ""));
        expected.sort(null);
        found.sort(null);
        assertEquals(
                expected.stream().distinct().toList(), found.stream().distinct().toList());
    }

    @Test
    void aSymbolIsFoundByNameAndAFunctionByAddress() {
        ElfFile elf = program(GoProgram.Mode.OPT);
        ElfSymbol main = elf.symbol("main.main").orElseThrow();
        assertTrue(main.isFunction());
        assertEquals(
                "main.main",
                elf.symbols()
                        .functions()
                        .at(main.address().plus(1))
                        .orElseThrow()
                        .name());
        assertTrue(elf.symbol("main.nothing").isEmpty());
        assertTrue(elf.symbols().functions().at(new FileAddress(1)).isEmpty());
    }

    @Test
    void buildIdsAreThoseOfReadelf() {
        ElfFile elf = program(GoProgram.Mode.CGO);
        String notes = Command.output("readelf", "-nW", elf.path().toString());
        assertTrue(notes.contains("Build ID: " + elf.buildId().orElseThrow()), notes);
        assertEquals(
                Command.output("go", "tool", "buildid", elf.path().toString()).trim(),
                elf.goBuildId().orElseThrow());
    }

    @Test
    void sectionsCompressedInEachWayReadTheSame() throws IOException {
        Path plain = compile("none");
        byte[] expected = section(plain, ".debug_info");
        for (String kind : List.of("zlib-gabi", "zlib-gnu", "zstd")) {
            Path packed = directory.resolve("packed-" + kind);
            Command.output("objcopy", "--compress-debug-sections=" + kind, plain.toString(), packed.toString());
            assertTrue(Files.size(packed) < Files.size(plain), kind + ": objcopy did not compress");
            assertArrayEquals(expected, section(packed, ".debug_info"), kind);
        }
    }

    @Test
    void theLinkToSeparateDebugInformationHasNameAndChecksum() throws IOException {
        Path plain = compile("none");
        Path debug = directory.resolve("apart.debug");
        Path linked = directory.resolve("linked");
        Command.output("objcopy", "--only-keep-debug", plain.toString(), debug.toString());
        Command.output("objcopy", "--strip-debug", "--add-gnu-debuglink=" + debug, plain.toString(), linked.toString());
        CRC32 sum = new CRC32();
        sum.update(Files.readAllBytes(debug));
        DebugLink link = ElfFile.open(linked).debugLink().orElseThrow();
        assertEquals("apart.debug", link.name());
        assertEquals((int) sum.getValue(), link.crc());
    }

    @Test
    void bytesAtAnAddressAreThoseThatObjdumpShows() {
        ElfFile elf = program(GoProgram.Mode.PIE);
        ElfSymbol main = elf.symbol("main.main").orElseThrow();
        String shown = Command.output(
                "objdump",
                "-s",
                "--start-address=" + main.address(),
                "--stop-address=" + main.address().plus(16),
                elf.path().toString());
        StringBuilder words = new StringBuilder();
        byte[] bytes = elf.bytesAt(main.address(), 16).array(0, 16);
        for (int i = 0; i < 16; i++) {
            words.append("%02x".formatted(bytes[i])).append(i % 4 == 3 ? " " : "");
        }
        assertTrue(shown.contains(words), shown + "\n" + words);
    }

    @Test
    void aFileWithoutSectionHeadersStillOpens() throws IOException {
        byte[] bytes = Files.readAllBytes(program(GoProgram.Mode.OPT).path());
        Arrays.fill(bytes, 40, 48, (byte) 0);
        Arrays.fill(bytes, 60, 64, (byte) 0);
        Path bare = Files.write(directory.resolve("bare"), bytes);
        ElfFile elf = ElfFile.open(bare);
        assertTrue(elf.sections().isEmpty());
        assertTrue(elf.section(".text").isEmpty());
        assertTrue(GoLineTable.of(elf).orElseThrow().functionsNamed("main.main").size() == 1);
        assertEquals("example.com/program", BuildInfo.of(elf).orElseThrow().module());
    }

    private Path compile(String name) throws IOException {
        Path source = Files.writeString(
                directory.resolve("a.c"),
                "#include <stdio.h>\nint main(int argc, char **argv) { printf(\"%d\\n\", argc); return 0; }\n");
        Path built = directory.resolve(name);
        Command.output("gcc", "-g", "-gz=none", "-o", built.toString(), source.toString());
        return built;
    }

    private static byte[] section(Path file, String name) {
        Section section = ElfFile.open(file).section(name).orElseThrow();
        assertEquals(section.size(), section.bytes().size());
        return section.bytes().array(0, section.bytes().size());
    }
}
