package gjdbg.dwarf.line;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.Unit;
import java.util.ArrayList;
import java.util.List;

/** The header of a line program (DWARF 5, section 6.2.4, and the same section of DWARF 2 to 4). */
final class LineHeader {
    private final Bytes section;
    private final int version;
    private final long programStart;
    private final long programEnd;
    private final int minimumInstructionLength;
    private final int maximumOperations;
    private final boolean defaultIsStatement;
    private final int lineBase;
    private final int lineRange;
    private final int opcodeBase;
    private final int[] operandCounts;
    private final List<String> directories = new ArrayList<>();
    private final List<SourceFile> files = new ArrayList<>();
    private final NameBudget budget = new NameBudget();

    /** @param offset in .debug_line */
    LineHeader(Unit unit, long offset) {
        section = unit.dwarf().section("line");
        Cursor at = section.at(offset);
        long length = at.u32();
        int offsetSize = length == 0xffff_ffffL ? 8 : 4;
        if (offsetSize == 8) {
            length = at.u64();
        }
        if (length < 0 || length > section.size() - at.position()) {
            throw at.malformed("a line program of " + length + " bytes that runs past the end");
        }
        programEnd = at.position() + length;
        version = at.u16();
        if (version < 2 || version > 5) {
            throw at.malformed("a line program of version " + version + ", which is not known");
        }
        if (version >= 5) {
            int addressSize = at.u8();
            int selectorSize = at.u8();
            if (addressSize != 8 || selectorSize != 0) {
                throw at.malformed("addresses of " + addressSize + " bytes and selectors of " + selectorSize);
            }
        }
        long headerLength = at.unsigned(offsetSize);
        if (headerLength < 0 || headerLength > programEnd - at.position()) {
            throw at.malformed("a header of " + headerLength + " bytes that runs past its line program");
        }
        programStart = at.position() + headerLength;
        minimumInstructionLength = at.u8();
        maximumOperations = version >= 4 ? at.u8() : 1;
        defaultIsStatement = at.u8() != 0;
        lineBase = at.i8();
        lineRange = at.u8();
        opcodeBase = at.u8();
        if (lineRange == 0 || opcodeBase == 0 || maximumOperations == 0) {
            throw at.malformed("a line range, opcode base or number of operations of 0");
        }
        operandCounts = new int[opcodeBase];
        for (int i = 1; i < opcodeBase; i++) {
            operandCounts[i] = at.u8();
        }
        String compilationDirectory =
                budget.spend(at, unit.code().string(DwAt.COMP_DIR).orElse(""));
        if (version >= 5) {
            readTables(unit, at, offsetSize, compilationDirectory);
        } else {
            readLists(at, compilationDirectory);
        }
    }

    /** Directory 0 is the unit's own, and files count from 0. */
    private void readTables(Unit unit, Cursor at, int offsetSize, String compilationDirectory) {
        EntryReader reader = new EntryReader(at, unit, offsetSize, budget);
        for (EntryReader.Entry entry : reader.read()) {
            String base = directories.isEmpty() ? compilationDirectory : directories.getFirst();
            directories.add(budget.spend(at, SourceFile.join(base, entry.path())));
        }
        for (EntryReader.Entry entry : reader.read()) {
            addFile(at, entry.path(), entry.directory());
        }
    }

    /** Directories and files count from 1; directory 0 is the unit's own. */
    private void readLists(Cursor at, String compilationDirectory) {
        directories.add(compilationDirectory);
        for (String name = name(at); !name.isEmpty(); name = name(at)) {
            directories.add(budget.spend(at, SourceFile.join(compilationDirectory, name)));
        }
        files.add(SourceFile.UNKNOWN);
        for (String name = name(at); !name.isEmpty(); name = name(at)) {
            readFile(at, name);
        }
    }

    /** What follows the name of a file, in the header and in DW_LNE_define_file. */
    void readFile(Cursor at, String name) {
        long directory = at.uleb();
        at.uleb();
        at.uleb();
        addFile(at, name, directory);
    }

    String name(Cursor at) {
        return budget.spend(at, at.cString());
    }

    private void addFile(Cursor at, String name, long directory) {
        if (files.size() > EntryReader.MOST_ENTRIES) {
            throw at.malformed("more than " + EntryReader.MOST_ENTRIES + " files");
        }
        // a compiler that names a directory that is not there still names the file
        String under = directory >= 0 && directory < directories.size() ? directories.get((int) directory) : "";
        files.add(new SourceFile(budget.spend(at, SourceFile.join(under, name))));
    }

    Bytes section() {
        return section;
    }

    int version() {
        return version;
    }

    long programStart() {
        return programStart;
    }

    long programEnd() {
        return programEnd;
    }

    int minimumInstructionLength() {
        return minimumInstructionLength;
    }

    int maximumOperations() {
        return maximumOperations;
    }

    boolean defaultIsStatement() {
        return defaultIsStatement;
    }

    int lineBase() {
        return lineBase;
    }

    int lineRange() {
        return lineRange;
    }

    int opcodeBase() {
        return opcodeBase;
    }

    int operandCount(int opcode) {
        return operandCounts[opcode];
    }

    /** By the number that rows have; the first of them is no file before DWARF 5. */
    List<SourceFile> files() {
        return files;
    }
}
