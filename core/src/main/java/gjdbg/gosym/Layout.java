package gjdbg.gosym;

/**
 * The four layouts of .gopclntab, by the Go release that brought them (debug/gosym/pclntab.go), and where each keeps what.
 */
enum Layout {
    GO_1_2(0xfffffffb),
    GO_1_16(0xfffffffa),
    GO_1_18(0xfffffff0),
    GO_1_20(0xfffffff1);

    private final int magic;

    Layout(int magic) {
        this.magic = magic;
    }

    /** Null where the number is no magic number of Go's. */
    static Layout of(int magic) {
        for (Layout layout : values()) {
            if (layout.magic == magic) {
                return layout;
            }
        }
        return null;
    }

    /** Whether entries and funcdata are 32-bit offsets; before, they were pointers that the linker may relocate. */
    boolean hasOffsets() {
        return compareTo(GO_1_18) >= 0;
    }

    /** Whether file numbers count within a compilation unit; before, within the program. */
    boolean hasUnits() {
        return this != GO_1_2;
    }

    /** Bytes of one entry of the function table. */
    int entrySize() {
        return hasOffsets() ? 8 : 16;
    }

    /** Bytes of the _func structure up to its pcdata offsets (runtime/runtime2.go). */
    int functionSize() {
        return switch (this) {
            case GO_1_2, GO_1_18 -> 40;
            case GO_1_16, GO_1_20 -> 44;
        };
    }

    /** Where nameOff is in _func; args, deferreturn, pcsp, pcfile, pcln and npcdata follow, four bytes each. */
    int nameAt() {
        return hasOffsets() ? 4 : 8;
    }

    int deferReturnAt() {
        return nameAt() + 8;
    }

    int pcspAt() {
        return nameAt() + 12;
    }

    int pcfileAt() {
        return nameAt() + 16;
    }

    int pclnAt() {
        return nameAt() + 20;
    }

    int pcdataCountAt() {
        return nameAt() + 24;
    }

    int unitAt() {
        return nameAt() + 28;
    }

    /** Only from 1.20 on. */
    int startLineAt() {
        return nameAt() + 32;
    }

    int funcIdAt() {
        return functionSize() - 4;
    }

    int flagsAt() {
        return functionSize() - 3;
    }

    int funcdataCountAt() {
        return functionSize() - 1;
    }

    boolean hasStartLine() {
        return this == GO_1_20;
    }

    /** The number of the FUNCDATA with the inline tree: Go 1.12 to 1.15 had one more before it. */
    int inlineTreeNumber() {
        return this == GO_1_2 ? 4 : GoFunction.FUNCDATA_INL_TREE;
    }

    /** Bytes of an entry of the inline tree (runtime/symtabinl.go, inlinedCall). */
    int inlinedCallSize() {
        return hasStartLine() ? 16 : 20;
    }

    int inlinedFuncIdAt() {
        return hasStartLine() ? 0 : 2;
    }

    int inlinedNameAt() {
        return hasStartLine() ? 4 : 12;
    }

    int inlinedParentPcAt() {
        return hasStartLine() ? 8 : 16;
    }
}
