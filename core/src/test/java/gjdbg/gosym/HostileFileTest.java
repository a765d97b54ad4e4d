package gjdbg.gosym;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.built.GoProgram;
import gjdbg.built.GoProgram.Mode;
import gjdbg.built.Sources;
import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import gjdbg.elf.Section;
import gjdbg.error.BadRequest;
import gjdbg.error.MalformedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bytes are, reading them ends soon, in a result or in one line that names the file. */
@Timeout(60)
class HostileFileTest {
    private static final int RUNS = 2000;

    @TempDir
    Path directory;

    @Test
    void aFileCutShortAnywhereIsReported() throws IOException {
        byte[] whole = program("1.26", Mode.OPT);
        for (int i = 0; i < 300; i++) {
            int length = i < 130 ? i : (int) ((long) whole.length * (i - 130) / 170);
            byte[] cut = Arrays.copyOf(whole, length);
            Path file = write(cut);
            MalformedFile error = assertThrows(MalformedFile.class, () -> readAll(file), "cut at " + length);
            Files.delete(file);
            assertTrue(error.getMessage().startsWith(directory.toString()), error.getMessage());
            assertTrue(error.getMessage().indexOf('\n') < 0, error.getMessage());
        }
    }

    @Test
    void changedBytesInHeadersEndInAResultOrAnError() throws IOException {
        byte[] whole = program("1.26", Mode.PIE);
        int sections =
                (int) ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong(40);
        Random random = new Random(1);
        Path file = write(whole);
        for (int run = 0; run < RUNS / 4; run++) {
            int[] places = new int[1 + random.nextInt(4)];
            for (int i = 0; i < places.length; i++) {
                places[i] = random.nextBoolean() ? random.nextInt(64 + 56 * 12) : sections + random.nextInt(64 * 30);
            }
            mutated(file, whole, places, random);
        }
    }

    @Test
    void changedBytesInTheLineTableEndInAResultOrAnError() throws IOException {
        for (String version : new String[] {"1.17", "1.26"}) {
            byte[] whole = program(version, Mode.PIE);
            ElfFile elf = ElfFile.open(GoProgram.build(Sources.CALLS, version, Mode.PIE));
            Section table = elf.section(".gopclntab")
                    .or(() -> elf.section(".data.rel.ro.gopclntab"))
                    .orElseThrow();
            Random random = new Random(2);
            Path file = write(whole);
            for (int run = 0; run < RUNS / 4; run++) {
                int[] places = new int[1 + random.nextInt(40)];
                for (int i = 0; i < places.length; i++) {
                    int within = random.nextInt(8) == 0 ? random.nextInt(72) : random.nextInt((int) table.size());
                    places[i] = (int) table.offset() + within;
                }
                mutated(file, whole, places, random);
            }
        }
    }

    @Test
    void aSectionThatClaimsToDecompressToFarTooMuchIsReported() throws IOException {
        byte[] deflated = new byte[1000];
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[100_000]);
        deflater.finish();
        int used = deflater.deflate(deflated);
        deflater.end();
        for (long claimed : new long[] {100_001, 99_999_999, 1L << 40, -1}) {
            ByteBuffer section = ByteBuffer.allocate(24 + used).order(ByteOrder.LITTLE_ENDIAN);
            section.putInt(1).putInt(0).putLong(claimed).putLong(1).put(deflated, 0, used);
            byte[] file = withCompressedSection(section.array());
            Section read = ElfFile.open(write(file)).section(".debug_x").orElseThrow();
            assertThrows(MalformedFile.class, read::bytes, Long.toString(claimed));
        }
    }

    @Test
    void otherKindsOfFilesAreNamed() throws IOException {
        byte[] whole = program("1.26", Mode.OPT);
        says("not an ELF file: it is empty", new byte[0]);
        says("not an ELF file: it is a script", "#!/bin/sh\n".getBytes());
        says("not an ELF file", "MZ some other program".getBytes());
        says("a 32-bit ELF file (for x86-64)", with(whole, 4, 1));
        says("a 32-bit ELF file (for ARM)", with(with(whole, 4, 1), 18, 40));
        says("an ELF file for ARM64", with(whole, 18, 183));
        says("an ELF file for RISC-V", with(whole, 18, 243));
        says("a big-endian ELF file", with(whole, 5, 2));
        says("past the end of the file", with(whole, 46, 127));
        assertThrows(BadRequest.class, () -> ElfFile.open(directory.resolve("missing")));
        assertThrows(BadRequest.class, () -> ElfFile.open(directory));
    }

    private void says(String text, byte[] bytes) throws IOException {
        MalformedFile error = assertThrows(MalformedFile.class, () -> ElfFile.open(write(bytes)), text);
        assertTrue(error.getMessage().contains(text), error.getMessage());
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] copy = bytes.clone();
        copy[at] = (byte) value;
        return copy;
    }

    private void mutated(Path file, byte[] whole, int[] places, Random random) throws IOException {
        byte[] interesting = {0, 1, -1, 127, -128, (byte) 0xf0};
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int place : places) {
                byte value = random.nextBoolean()
                        ? interesting[random.nextInt(interesting.length)]
                        : (byte) random.nextInt(256);
                channel.write(ByteBuffer.wrap(new byte[] {value}), place);
            }
            try {
                readAll(file);
            } catch (MalformedFile e) {
                // as it should be
            }
            for (int place : places) {
                channel.write(ByteBuffer.wrap(whole, place, 1), place);
            }
        }
    }

    /** Asks for something of everything. */
    private static void readAll(Path file) {
        ElfFile elf = ElfFile.open(file);
        for (Section section : elf.sections()) {
            if (section.hasBytes()) {
                section.bytes();
            }
        }
        elf.symbol("main.main");
        elf.symbols().functions().at(elf.entry());
        elf.buildId();
        BuildInfo.of(elf);
        GoLineTable table = GoLineTable.of(elf).orElse(null);
        if (table == null) {
            return;
        }
        Random random = new Random(3);
        for (int i = 0; i < 10; i++) {
            GoFunction function = table.function(random.nextInt(table.functionCount()));
            FileAddress pc = function.entry().plus(random.nextInt(100));
            if (function.contains(pc)) {
                function.inlineTree().positions(pc);
            }
            function.stackDelta(pc);
            function.name();
        }
        table.functionsNamed("main.main");
        table.runsOf("main.go", 33);
        table.files(path -> path.length() > 300);
        table.inlinedCopies("main.half");
    }

    private Path write(byte[] bytes) throws IOException {
        Path file = directory.resolve("file-" + System.nanoTime());
        return Files.write(file, bytes);
    }

    private static byte[] program(String version, Mode mode) {
        try {
            return Files.readAllBytes(GoProgram.build(Sources.CALLS, version, mode));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] withCompressedSection(byte[] data) {
        byte[] names = "\0.debug_x\0.names\0".getBytes();
        ByteBuffer file =
                ByteBuffer.allocate(64 + 3 * 64 + names.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        int namesAt = 64 + 3 * 64;
        file.putInt(0x464c457f).put((byte) 2).put((byte) 1).put((byte) 1).position(16);
        file.putShort((short) 2)
                .putShort((short) 62)
                .putInt(1)
                .putLong(0)
                .putLong(0)
                .putLong(64);
        file.position(52);
        file.putShort((short) 64).putShort((short) 56).putShort((short) 0);
        file.putShort((short) 64).putShort((short) 3).putShort((short) 2);
        header(file, 64 + 64, 1, 0x800, namesAt + names.length, data.length);
        header(file, 64 + 128, 10, 0, namesAt, names.length);
        file.position(namesAt);
        file.put(names).put(data);
        return file.array();
    }

    private static void header(ByteBuffer file, int at, int name, long flags, long offset, long size) {
        file.position(at);
        file.putInt(name).putInt(1).putLong(flags).putLong(0).putLong(offset).putLong(size);
    }
}
