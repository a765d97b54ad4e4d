package gjdbg.target.amd64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gjdbg.target.Address;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisassemblerTest {
    private static final byte[] CODE =
            HexFormat.of().parseHex("554889e5" + "488b0510000000" + "e8fbffffff" + "64488b0c25f8ffffff" + "c3");
    private static final Address PC = new Address(0x401000);

    @Test
    void capstoneTellsAddressesBytesAndText() {
        Optional<List<DisassembledInstruction>> lines = Capstone.disassemble(CODE, PC);
        assumeTrue(lines.isPresent(), "needs libcapstone");
        check(lines.get());
        assertEquals("mov rbp, rsp", lines.get().get(1).text());
    }

    @Test
    void objdumpTellsAddressesBytesAndText() {
        Optional<List<DisassembledInstruction>> lines = ObjdumpProcess.disassemble(CODE, PC);
        assumeTrue(lines.isPresent(), "needs objdump");
        check(lines.get());
        assertEquals("mov rbp,rsp", lines.get().get(1).text());
    }

    @Test
    void capstoneReadsBytesThatAreNoInstructionAsDataAndGoesOn() {
        Optional<List<DisassembledInstruction>> lines =
                Capstone.disassemble(HexFormat.of().parseHex("06c3"), PC);
        assumeTrue(lines.isPresent(), "needs libcapstone");
        assertEquals(2, lines.get().size());
        assertEquals("ret", lines.get().get(1).text());
    }

    @Test
    void noBytesAreNoInstructions() {
        assertEquals(List.of(), Disassembler.disassemble(new byte[0], PC));
    }

    private static void check(List<DisassembledInstruction> lines) {
        assertEquals(
                List.of(0x401000L, 0x401001L, 0x401004L, 0x40100bL, 0x401010L, 0x401019L),
                lines.stream().map(line -> line.address().value()).toList());
        assertEquals("55", HexFormat.of().formatHex(lines.getFirst().bytes()));
        assertEquals("push rbp", lines.getFirst().text());
        assertEquals("call 0x40100b", lines.get(3).text());
        assertTrue(lines.getLast().text().startsWith("ret"));
    }
}
