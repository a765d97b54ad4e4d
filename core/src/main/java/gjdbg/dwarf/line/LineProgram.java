package gjdbg.dwarf.line;

import gjdbg.bytes.Cursor;

/** Runs the state machine of one line program (DWARF 5, sections 6.2.2 and 6.2.5). Columns and discriminators are passed over. */
final class LineProgram {
    private static final int COPY = 1;
    private static final int ADVANCE_PC = 2;
    private static final int ADVANCE_LINE = 3;
    private static final int SET_FILE = 4;
    private static final int SET_COLUMN = 5;
    private static final int NEGATE_STATEMENT = 6;
    private static final int SET_BASIC_BLOCK = 7;
    private static final int CONST_ADD_PC = 8;
    private static final int FIXED_ADVANCE_PC = 9;
    private static final int SET_PROLOGUE_END = 10;
    private static final int SET_EPILOGUE_BEGIN = 11;
    private static final int SET_ISA = 12;

    private static final int END_SEQUENCE = 1;
    private static final int SET_ADDRESS = 2;
    private static final int DEFINE_FILE = 3;

    private final LineHeader header;
    private final Cursor at;
    private final LineRows rows = new LineRows();
    private long address;
    private int operation;
    private int file;
    private int line;
    private boolean statement;
    private int marks;

    private LineProgram(LineHeader header) {
        this.header = header;
        this.at = header.section().at(header.programStart());
        startSequence();
    }

    static LineRows run(LineHeader header) {
        LineProgram program = new LineProgram(header);
        while (program.at.position() < header.programEnd()) {
            program.step();
        }
        program.rows.trim();
        return program.rows;
    }

    private void startSequence() {
        address = 0;
        operation = 0;
        file = 1;
        line = 1;
        statement = header.defaultIsStatement();
        marks = 0;
    }

    private void step() {
        int opcode = at.u8();
        if (opcode >= header.opcodeBase()) {
            int adjusted = opcode - header.opcodeBase();
            advance(adjusted / header.lineRange());
            line += header.lineBase() + adjusted % header.lineRange();
            emit();
        } else if (opcode == 0) {
            extended();
        } else {
            standard(opcode);
        }
    }

    private void standard(int opcode) {
        switch (opcode) {
            case COPY -> emit();
            case ADVANCE_PC -> advance(at.uleb());
            case ADVANCE_LINE -> line += (int) at.sleb();
            case SET_FILE -> file = (int) at.uleb();
            case SET_COLUMN, SET_ISA -> at.uleb();
            case NEGATE_STATEMENT -> statement = !statement;
            case SET_BASIC_BLOCK -> {
                // of no use here
            }
            case CONST_ADD_PC -> advance((255 - header.opcodeBase()) / header.lineRange());
            case FIXED_ADVANCE_PC -> {
                address += at.u16();
                operation = 0;
            }
            case SET_PROLOGUE_END -> marks |= LineRows.PROLOGUE_END;
            case SET_EPILOGUE_BEGIN -> marks |= LineRows.EPILOGUE_BEGIN;
            default -> {
                for (int i = 0; i < header.operandCount(opcode); i++) {
                    at.uleb();
                }
            }
        }
    }

    private void extended() {
        long length = at.uleb();
        long start = at.position();
        if (length <= 0 || length > header.programEnd() - start) {
            throw at.malformed("an extended opcode of " + Long.toUnsignedString(length) + " bytes");
        }
        switch (at.u8()) {
            case END_SEQUENCE -> {
                marks |= LineRows.END_OF_SEQUENCE;
                emit();
                startSequence();
            }
            case SET_ADDRESS -> {
                address = at.unsigned((int) length - 1);
                operation = 0;
            }
            case DEFINE_FILE -> header.readFile(at, header.name(at));
            default -> {
                // discriminators, and what producers add of their own
            }
        }
        at.position(start + length);
    }

    private void advance(long operations) {
        if (header.maximumOperations() == 1) {
            address += header.minimumInstructionLength() * operations;
        } else {
            long total = operation + operations;
            address += header.minimumInstructionLength() * (total / header.maximumOperations());
            operation = (int) (total % header.maximumOperations());
        }
    }

    private void emit() {
        rows.add(at, address, file, line, marks | (statement ? LineRows.STATEMENT : 0));
        marks = 0;
    }
}
