package gjdbg.elf;

import gjdbg.bytes.Bytes;

/**
 * The name of the file with the debug information, and the CRC-32 of its contents (GDB manual, "Separate Debug Files").
 */
public record DebugLink(String name, int crc) {
    static DebugLink read(Section section) {
        Bytes bytes = section.bytes();
        String name = bytes.cString(0);
        return new DebugLink(name, bytes.i32(bytes.size() - 4L));
    }
}
