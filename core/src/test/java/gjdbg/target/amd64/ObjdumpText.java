package gjdbg.target.amd64;

import gjdbg.target.Register;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Facts read off one instruction's text as objdump prints it, to hold the decoder's against. */
final class ObjdumpText {
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:(?:bnd|notrack|repz|repnz|rep|lock|data16|addr32|cs|ds|es|ss|fs|gs|xacquire|xrelease|rex(?:\\.[WRXB]+)?|"
                    + "\\{[a-z0-9]+\\})\\s+)+");
    private static final Pattern MEMORY =
            Pattern.compile("(?:%([defgs]s):)?(-?0x[0-9a-f]+)?\\((%\\w+)?(?:,(%\\w+))?(?:,([1248]))?\\)");
    private static final Pattern ABSOLUTE = Pattern.compile("(?:^|[ ,*])(?:%([defgs]s):)?(0x[0-9a-f]+)(?=,|$)");
    private static final Pattern IMMEDIATE = Pattern.compile("\\$(-?0x[0-9a-f]+)");
    private static final List<String> WIDE =
            Arrays.asList("rax rcx rdx rbx rsp rbp rsi rdi r8 r9 r10 r11 r12 r13 r14 r15".split(" "));
    private static final List<String> NARROW =
            Arrays.asList("eax ecx edx ebx esp ebp esi edi r8d r9d r10d r11d r12d r13d r14d r15d".split(" "));

    private final String text;
    private final String mnemonic;
    private final String operands;
    private final String comment;

    ObjdumpText(String text) {
        this.text = text;
        int hash = text.indexOf('#');
        comment = hash < 0 ? "" : text.substring(hash + 1).trim();
        String bare = PREFIX.matcher(hash < 0 ? text : text.substring(0, hash))
                .replaceFirst("")
                .trim();
        int space = bare.indexOf(' ');
        mnemonic = (space < 0 ? bare : bare.substring(0, space)).replaceFirst(",p[nt]$", "");
        operands = space < 0 ? "" : bare.substring(space).trim().replaceAll(" <.*>", "");
    }

    /** Whether this is no instruction to compare: data among the code, which no processor runs. */
    boolean bad() {
        // A prefix alone on its line is one that the processor takes as the next instruction's.
        // Intel's and AMD's processors differ in the length of these, so no compiler makes them.
        if (mnemonic.equals("jmpw") || mnemonic.equals("callw")) {
            return true;
        }
        // A processor refuses REX before VEX.
        if (text.startsWith("rex") && mnemonic.startsWith("v")) {
            return true;
        }
        boolean lonePrefix = PREFIX.matcher(mnemonic + " ").matches();
        return lonePrefix
                || mnemonic.startsWith(".")
                || mnemonic.contains("(bad)")
                || operands.contains("(bad)")
                || mnemonic.isEmpty();
    }

    Flow flow() {
        boolean indirect = operands.startsWith("*");
        return switch (mnemonic) {
            case "call", "callq", "callw" -> indirect ? Flow.CALL_INDIRECT : Flow.CALL_RELATIVE;
            case "jmp", "jmpq", "jmpw" -> indirect ? Flow.JUMP_INDIRECT : Flow.JUMP_RELATIVE;
            case "ret", "retq", "retw" -> Flow.RETURN;
            case "syscall", "sysenter" -> Flow.SYSCALL;
            case "int" -> operands.equals("$0x80") ? Flow.SYSCALL : Flow.TRAP;
            case "int3", "int1", "icebp", "ud0", "ud1", "ud2", "hlt" -> Flow.TRAP;
            case "loop", "loope", "loopne", "jrcxz", "jecxz" -> Flow.LOOP;
            case "lcall",
                    "ljmpw",
                    "lcallw",
                    "ljmp",
                    "lret",
                    "lretq",
                    "iret",
                    "iretq",
                    "iretw",
                    "sysret",
                    "sysretl",
                    "sysexit",
                    "sysexitl",
                    "lretw",
                    "rex.W lret",
                    "sysretq",
                    "sysexitq" -> Flow.FAR;
            case "xbegin" -> Flow.TRANSACTION;
            default -> mnemonic.startsWith("j") ? Flow.CONDITIONAL : Flow.NEXT;
        };
    }

    OptionalLong target() {
        return operands.matches("[0-9a-f]+")
                ? OptionalLong.of(Long.parseUnsignedLong(operands, 16))
                : OptionalLong.empty();
    }

    /** What is wrong with the decoder's memory operand; empty when nothing is. */
    String memoryDisagreement(Instruction instruction) {
        Matcher text = MEMORY.matcher(operands);
        if (instruction.memory().isEmpty()) {
            boolean implied = operands.contains("%ds:(") || operands.contains("%es:(") || operands.contains("%dx");
            boolean implicitSegment = operands.matches(".*%[fg]s:\\(%[re]si\\).*|.*%[fg]s:\\(%[re]bx\\).*");
            return text.find() && !implied && !implicitSegment ? "no memory operand" : "";
        }
        MemoryOperand memory = instruction.memory().get();
        if (!text.find()) {
            return absoluteDisagreement(memory);
        }
        boolean ripRelative = "%rip".equals(text.group(3)) || "%eip".equals(text.group(3));
        int base = ripRelative ? Gpr.NONE : number(text.group(3));
        int index = number(text.group(4));
        int scale = text.group(5) == null || index == Gpr.NONE ? 1 : Integer.parseInt(text.group(5));
        long displacement = text.group(2) == null ? 0 : number64(text.group(2));
        if (ripRelative != memory.ripRelative() || base != memory.base() || index != memory.index()) {
            return "base or index: " + memory;
        }
        if (scale != memory.scale() || segment(text.group(1)) != memory.segment()) {
            return "scale or segment: " + memory;
        }
        if (!memory.compressed() && !sameNumber(displacement, memory.displacement())) {
            return "displacement: " + memory;
        }
        if (ripRelative && !comment.isEmpty()) {
            long target = Long.parseUnsignedLong(comment.split(" ")[0], 16);
            if (target != instruction.next() + memory.displacement()) {
                return "rip-relative target: " + memory;
            }
        }
        return "";
    }

    private String absoluteDisagreement(MemoryOperand memory) {
        Matcher text = ABSOLUTE.matcher(operands);
        if (!text.find()) {
            return "a memory operand where there is none: " + memory;
        }
        boolean same = memory.base() == Gpr.NONE
                && memory.index() == Gpr.NONE
                && !memory.ripRelative()
                && segment(text.group(1)) == memory.segment()
                && sameNumber(number64(text.group(2)), memory.displacement());
        return same ? "" : "absolute address: " + memory;
    }

    boolean immediateAgrees(Instruction instruction) {
        if (instruction.immediateSize() == 0 || instruction.directTarget().isPresent()) {
            return true;
        }
        Matcher text = IMMEDIATE.matcher(operands);
        if (!text.find()) {
            return true;
        }
        long mine = instruction.immediate();
        long theirs = number64(text.group(1));
        return mine == theirs
                || (mine & 0xffff_ffffL) == theirs
                || (mine & 0xffff) == theirs
                || (mine & 0xff) == theirs;
    }

    private static boolean sameNumber(long theirs, long mine) {
        return theirs == mine || theirs == (mine & 0xffff_ffffL);
    }

    private static long number64(String text) {
        return text.startsWith("-")
                ? -Long.parseUnsignedLong(text.substring(3), 16)
                : Long.parseUnsignedLong(text.substring(2), 16);
    }

    private static Register segment(String name) {
        return "fs".equals(name) ? Register.FS_BASE : "gs".equals(name) ? Register.GS_BASE : Register.RIP;
    }

    private static int number(String name) {
        if (name == null || name.endsWith("iz")) {
            return Gpr.NONE;
        }
        String bare = name.substring(1);
        if (bare.matches("[xyz]mm[0-9]+")) {
            return Integer.parseInt(bare.substring(3));
        }
        return Math.max(WIDE.indexOf(bare), NARROW.indexOf(bare));
    }
}
