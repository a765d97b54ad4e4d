package gjdbg.target.amd64;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gjdbg.target.Address;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ExitsAndCallsTest {
    private static final Address PC = new Address(0x401000);

    @Test
    void everyReturnIsFoundAndNoneWithinAnotherInstruction() {
        // mov eax, 0xc3c3c3c3; je +1; ret; nop; ret 8
        byte[] code = HexFormat.of().parseHex("b8c3c3c3c3" + "7401" + "c3" + "90" + "c20800");
        ReturnFinder.Exits exits = ReturnFinder.exits(code, PC);
        assertEquals(List.of(PC.plus(7), PC.plus(9)), exits.returns());
        assertEquals(List.of(), exits.tailJumps());
        assertEquals(8, InstructionDecoder.decode(code, 9, 0).orElseThrow().returnBytes());
    }

    @Test
    void jumpsOutOfAFunctionAreItsTailCalls() {
        // jmp to itself; jmp right behind the function; jb before it
        byte[] code = HexFormat.of().parseHex("ebfe" + "eb02" + "72f0");
        List<Instruction> jumps = ReturnFinder.exits(code, PC).tailJumps();
        assertEquals(
                List.of(0x401002L, 0x401004L),
                jumps.stream().map(Instruction::address).toList());
    }

    @Test
    void callsAreFoundWithTheirTargets() {
        // call +0; call rax; call [rip + 16]; jmp rax; 06 is no instruction; call -5
        byte[] code = HexFormat.of().parseHex("e800000000" + "ffd0" + "ff1510000000" + "ffe0" + "06" + "e8fbffffff");
        List<Instruction> calls = CallFinder.calls(code, PC);
        assertEquals(
                List.of(0x401000L, 0x401005L, 0x401007L, 0x401010L),
                calls.stream().map(Instruction::address).toList());
        assertEquals(OptionalLong.of(0x401005), calls.get(0).directTarget());
        assertEquals(0, calls.get(1).rm());
        assertEquals(16, calls.get(2).memory().orElseThrow().displacement());
        assertEquals(OptionalLong.of(0x401010), calls.get(3).directTarget());
    }
}
