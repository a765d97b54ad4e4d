package gjdbg.elf;

/** What the header's e_machine numbers are called (System V ABI, chapter 4), as far as Go and C programs come for them. */
final class Machines {
    private Machines() {}

    static String name(int machine) {
        return switch (machine) {
            case 3 -> "Intel 386";
            case 8 -> "MIPS";
            case 20 -> "PowerPC";
            case 21 -> "64-bit PowerPC";
            case 22 -> "IBM S/390";
            case 40 -> "ARM";
            case 62 -> "x86-64";
            case 183 -> "ARM64";
            case 243 -> "RISC-V";
            case 258 -> "LoongArch";
            default -> "machine " + machine;
        };
    }
}
