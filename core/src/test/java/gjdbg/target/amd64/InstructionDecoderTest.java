package gjdbg.target.amd64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InstructionDecoderTest {
    /** A bound on the time of a run; -Dgjdbg.decoder.instructions=2000000000 takes whole binaries. */
    private static final int MOST = Integer.getInteger("gjdbg.decoder.instructions", 250_000);

    private final List<String> disagreements = new ArrayList<>();
    private int instructions;

    @Test
    void agreesWithObjdumpOnAGoBinary() throws IOException {
        compare(onPath("go"));
    }

    @Test
    void agreesWithObjdumpOnALargeCppBinary() throws IOException {
        compare(firstOf("/usr/bin/gdb", "/usr/bin/cmake", "/usr/bin/ld.bfd"));
    }

    @Test
    void agreesWithObjdumpOnTheCLibrary() throws IOException {
        compare(firstOf("/lib/x86_64-linux-gnu/libc.so.6", "/lib64/libc.so.6", "/usr/lib/libc.so.6"));
    }

    @Test
    void agreesWithObjdumpOnVectorCode() throws IOException {
        compare(firstOf(
                "/lib/x86_64-linux-gnu/libcrypto.so.3",
                "/usr/lib/x86_64-linux-gnu/libcrypto.so.3",
                "/usr/lib64/libcrypto.so.3",
                "/lib/x86_64-linux-gnu/libm.so.6",
                "/lib64/libm.so.6"));
    }

    @Test
    void randomBytesNeverThrowAndNeverGoPastTheirEnd() {
        Random random = new Random(42);
        for (int round = 0; round < 500_000; round++) {
            byte[] code = new byte[1 + random.nextInt(20)];
            random.nextBytes(code);
            int offset = random.nextInt(code.length + 1);
            Optional<Instruction> decoded = InstructionDecoder.decode(code, offset, random.nextLong());
            if (decoded.isPresent()) {
                int length = decoded.get().length();
                assertTrue(length >= 1 && length <= 15 && offset + length <= code.length);
                assertEquals(
                        decoded.get().directTarget().isPresent(),
                        decoded.get().flow() == Flow.CALL_RELATIVE
                                || decoded.get().flow() == Flow.JUMP_RELATIVE
                                || decoded.get().flow() == Flow.CONDITIONAL
                                || decoded.get().flow() == Flow.LOOP
                                || decoded.get().flow() == Flow.TRANSACTION);
            }
        }
    }

    @Test
    void anInstructionCutShortIsNone() {
        byte[] call = {(byte) 0xe8, 1, 2, 3, 4};
        assertEquals(
                0x1005 + 0x04030201L,
                InstructionDecoder.decode(call, 0, 0x1000)
                        .orElseThrow()
                        .directTarget()
                        .orElseThrow());
        for (int length = 0; length < call.length; length++) {
            assertTrue(InstructionDecoder.decode(Arrays.copyOf(call, length), 0, 0x1000)
                    .isEmpty());
        }
    }

    @Test
    void sixteenBytesOfPrefixesAreNoInstruction() {
        byte[] code = new byte[20];
        Arrays.fill(code, (byte) 0x66);
        code[15] = (byte) 0x90;
        assertTrue(InstructionDecoder.decode(code, 0, 0).isEmpty());
        assertEquals(15, InstructionDecoder.decode(code, 1, 0).orElseThrow().length());
    }

    private void compare(Path binary) throws IOException {
        Objdump.disassemble(binary, MOST, this::compare);
        System.out.println(
                binary.getFileName() + ": instructions: " + instructions + ", disagreements: " + disagreements.size());
        assertTrue(instructions > 1000);
        assertEquals(
                0,
                disagreements.size(),
                () -> String.join("\n", disagreements.subList(0, Math.min(40, disagreements.size()))));
    }

    private void compare(Objdump.Line line) {
        ObjdumpText text = new ObjdumpText(line.text());
        if (text.bad()) {
            return;
        }
        instructions++;
        byte[] code = Arrays.copyOf(line.bytes(), 20);
        // objdump takes FWAIT for a prefix of the x87 instruction after it; the processor does not.
        int offset = line.bytes().length > 1 && line.bytes()[0] == (byte) 0x9b ? 1 : 0;
        Optional<Instruction> decoded = InstructionDecoder.decode(code, offset, line.address() + offset);
        if (decoded.isEmpty()) {
            disagree(line, "no instruction");
            return;
        }
        Instruction instruction = decoded.get();
        String memory = text.memoryDisagreement(instruction);
        if (offset + instruction.length() != line.bytes().length) {
            disagree(line, "length " + instruction.length());
        } else if (instruction.flow() != text.flow()) {
            disagree(line, "flow " + instruction.flow());
        } else if (instruction.directTarget().isPresent()
                && !instruction.directTarget().equals(text.target())) {
            disagree(
                    line,
                    "target " + Long.toHexString(instruction.directTarget().getAsLong()));
        } else if (!memory.isEmpty()) {
            disagree(line, memory);
        } else if (!text.immediateAgrees(instruction)) {
            disagree(line, "immediate " + Long.toHexString(instruction.immediate()));
        }
    }

    private void disagree(Objdump.Line line, String what) {
        disagreements.add(Long.toHexString(line.address()) + ": "
                + HexFormat.ofDelimiter(" ").formatHex(line.bytes()) + " " + line.text() + ": " + what);
    }

    private static Path firstOf(String... candidates) {
        Optional<Path> found =
                Stream.of(candidates).map(Path::of).filter(Files::isReadable).findFirst();
        assumeTrue(found.isPresent(), "needs one of " + String.join(", ", candidates));
        return found.get();
    }

    private static Path onPath(String name) {
        return firstOf(Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> folder + "/" + name)
                .toArray(String[]::new));
    }
}
