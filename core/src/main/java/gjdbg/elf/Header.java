package gjdbg.elf;

import gjdbg.bytes.Bytes;
import gjdbg.error.MalformedFile;

/**
 * The ELF header (elf(5)).
 *
 * @param type ET_EXEC, ET_DYN, ET_CORE …
 * @param sectionOffset of the section headers in the file, in bytes; 0 where there are none
 * @param sectionCount as e_shnum says: 0 may mean that the first section header has it
 */
record Header(
        int type,
        FileAddress entry,
        long segmentOffset,
        int segmentCount,
        long sectionOffset,
        int sectionCount,
        int nameSection) {
    static final int ET_DYN = 3;
    static final int ET_CORE = 4;

    static final int SEGMENT_HEADER_SIZE = 56;
    static final int SECTION_HEADER_SIZE = 64;
    private static final int HEADER_SIZE = 64;
    private static final int EM_X86_64 = 62;

    static Header read(Bytes bytes) {
        if (bytes.size() < 4 || bytes.i32(0) != 0x464c457f) {
            throw broken(bytes, "not an ELF file" + instead(bytes));
        }
        if (bytes.size() < HEADER_SIZE) {
            throw broken(bytes, "truncated: " + bytes.size() + " bytes are less than an ELF header");
        }
        int elfClass = bytes.u8(4);
        int encoding = bytes.u8(5);
        int machine = encoding == 2 ? bytes.u8(18) << 8 | bytes.u8(19) : bytes.u16(18);
        String name = Machines.name(machine);
        if (elfClass == 1) {
            throw broken(bytes, "a 32-bit ELF file (for " + name + "); gjdbg debugs 64-bit x86-64 programs");
        }
        if (elfClass != 2) {
            throw broken(bytes, "ELF class " + elfClass + " is neither 32-bit nor 64-bit");
        }
        if (encoding == 2) {
            throw broken(bytes, "a big-endian ELF file (for " + name + "); gjdbg debugs x86-64 programs");
        }
        if (encoding != 1) {
            throw broken(bytes, "ELF data encoding " + encoding + " is unknown");
        }
        if (machine != EM_X86_64) {
            throw broken(bytes, "an ELF file for " + name + "; gjdbg debugs x86-64 programs");
        }
        int segmentCount = bytes.u16(56);
        int sectionCount = bytes.u16(60);
        long sectionOffset = bytes.u64(40);
        if (segmentCount > 0 && bytes.u16(54) != SEGMENT_HEADER_SIZE) {
            throw broken(bytes, "program headers of " + bytes.u16(54) + " bytes, not " + SEGMENT_HEADER_SIZE);
        }
        if (sectionCount > 0 && bytes.u16(58) != SECTION_HEADER_SIZE) {
            throw broken(bytes, "section headers of " + bytes.u16(58) + " bytes, not " + SECTION_HEADER_SIZE);
        }
        return new Header(
                bytes.u16(16),
                new FileAddress(bytes.u64(24)),
                bytes.u64(32),
                segmentCount,
                sectionOffset,
                sectionCount,
                bytes.u16(62));
    }

    /** For people, with its article. */
    static String typeName(int type) {
        return switch (type) {
            case 1 -> "an object";
            case 2 -> "an executable";
            case ET_DYN -> "an executable or shared library";
            case ET_CORE -> "a core";
            default -> "an ELF type " + type;
        };
    }

    private static String instead(Bytes bytes) {
        if (bytes.size() == 0) {
            return ": it is empty";
        }
        return bytes.size() > 2 && bytes.u8(0) == '#' && bytes.u8(1) == '!' ? ": it is a script" : "";
    }

    private static MalformedFile broken(Bytes bytes, String problem) {
        return new MalformedFile(bytes.file(), "", -1, problem);
    }
}
