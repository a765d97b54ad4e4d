package gjdbg.target.amd64;

import gjdbg.target.Address;
import java.util.HexFormat;

/** An instruction as text, in Intel's syntax; bytes that are none read as data. */
public record DisassembledInstruction(Address address, byte[] bytes, String text) {
    @Override
    public String toString() {
        return address + ": " + HexFormat.ofDelimiter(" ").formatHex(bytes) + "  " + text;
    }
}
