package gjdbg.breakpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.target.Register;
import gjdbg.target.amd64.Encoding;
import gjdbg.target.amd64.Flow;
import gjdbg.target.amd64.Gpr;
import gjdbg.target.amd64.Instruction;
import gjdbg.target.amd64.InstructionDecoder;
import gjdbg.target.amd64.MemoryOperand;
import gjdbg.target.amd64.OpcodeMap;
import gjdbg.target.amd64.Operation;
import gjdbg.target.amd64.Operations;
import gjdbg.target.linux.ThreadRegisters;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random instructions at random register values: what gets a thread past has to do just what the processor does. */
@Timeout(60)
class StepPastOnProcessorTest {
    private static final int SEGV = 11;
    private static final int BUS = 7;

    private final Random random = new Random(Long.getLong("gjdbg.seed", 20));
    private Processor processor;
    private SlotPool slots;

    @BeforeEach
    void start() {
        processor = new Processor();
        slots = new SlotPool(processor.memory(), near -> processor.map(near, PageAllocator.PAGE));
    }

    @AfterEach
    void end() {
        processor.close();
    }

    @Test
    void emulationDoesWhatTheProcessorDoes() {
        Map<String, Integer> kinds = new TreeMap<>();
        for (int tried = 0; tried < 6000; ) {
            byte[] code = randomCode();
            Optional<Instruction> decoded = InstructionDecoder.decode(code, 0, processor.code.value());
            if (decoded.flatMap(Operations::of).isEmpty()) {
                continue;
            }
            Processor.State before = randomState(decoded.get(), code);
            Instruction instruction =
                    InstructionDecoder.decode(code, 0, processor.code.value()).orElseThrow();
            Operation operation = Operations.of(instruction).orElseThrow();
            Processor.State expected = onProcessor(code, before);
            StepPast plan = new StepPast.Emulate(instruction, operation, new StepPast.InPlace());
            processor.load(before);
            boolean done = plan.apply(processor.thread().registers(), processor.memory());
            String what = describe(instruction, code, before);
            if (expected.signal() == 0) {
                assertTrue(done, what);
                same(expected, processor.state(0), what);
            } else {
                assertFalse(done, what);
                same(before, processor.state(0), what);
            }
            kinds.merge(operation.getClass().getSimpleName() + " " + instruction.flow(), 1, Integer::sum);
            tried++;
        }
        System.out.println("emulated: " + kinds);
        assertTrue(kinds.size() >= 14, kinds::toString);
        assertTrue(kinds.values().stream().allMatch(count -> count >= 10), kinds::toString);
    }

    @Test
    void displacementDoesWhatTheProcessorDoes() {
        int faults = 0;
        int ripRelative = 0;
        int repeated = 0;
        int calls = 0;
        for (int tried = 0; tried < 4000; ) {
            byte[] code = randomCode();
            Optional<Instruction> decoded = InstructionDecoder.decode(code, 0, processor.code.value());
            if (decoded.isEmpty() || !Displacement.possible(decoded.get()) || !repeatable(decoded.get())) {
                continue;
            }
            Processor.State before = randomState(decoded.get(), code);
            Instruction instruction =
                    InstructionDecoder.decode(code, 0, processor.code.value()).orElseThrow();
            Processor.State expected = onProcessor(code, before);
            Optional<Slot> placed = slots.place(instruction, code);
            if (placed.isEmpty()) {
                assertEquals(Flow.CALL_RELATIVE, instruction.flow(), "a call of what is out of reach");
                continue;
            }
            Slot slot = placed.get();
            processor.load(before);
            assertTrue(new StepPast.Displace(slot).apply(processor.thread().registers(), processor.memory()));
            int signal = processor.step();
            Optional<SlotPosition> position = slots.settle(processor.thread().registers());
            String what = describe(instruction, code, before);
            same(expected, processor.state(signal), what);
            if (signal != 0 || expected.rip() == instruction.address()) {
                assertInstanceOf(SlotPosition.NotStarted.class, position.orElseThrow(), what);
                repeated += signal == 0 ? 1 : 0;
            } else if (instruction.flow() == Flow.NEXT || instruction.flow() == Flow.CALL_RELATIVE) {
                assertInstanceOf(SlotPosition.Done.class, position.orElseThrow(), what);
                processor.thread().registers().set(Register.RIP, slot.address().value() + slot.length());
                assertEquals(0, processor.step());
                assertEquals(expected.rip(), processor.state(0).rip(), "the jump back: " + what);
                calls += instruction.isCall() ? 1 : 0;
            }
            faults += signal != 0 ? 1 : 0;
            ripRelative += instruction.memory().map(MemoryOperand::ripRelative).orElse(false) ? 1 : 0;
            tried++;
        }
        System.out.println("displaced: faults " + faults + ", rip-relative " + ripRelative + ", repeated " + repeated
                + ", calls " + calls + ", pages " + slots.pages().size());
        assertTrue(faults > 20 && ripRelative > 100 && repeated > 10 && calls > 10);
    }

    @Test
    void aSystemCallThatIsInterruptedInItsSlotIsMadeAgain() throws InterruptedException {
        int pause = 34;
        byte[] code = {0x0f, 0x05};
        processor.memory().write(processor.code, code);
        Slot slot = slots.place(
                        InstructionDecoder.decode(code, 0, processor.code.value())
                                .orElseThrow(),
                        code)
                .orElseThrow();
        ThreadRegisters registers = processor.thread().registers();
        registers.set(Register.RIP, processor.code.value());
        registers.set(Register.RAX, pause);
        for (int round = 0; round < 3; round++) {
            assertTrue(new StepPast.Displace(slot).apply(registers, processor.memory()));
            processor.runFor(50);
            assertEquals(slot.address().plus(2).value(), registers.programCounter(), "waits in its call");
            assertInstanceOf(
                    SlotPosition.NotStarted.class, slots.settle(registers).orElseThrow());
            assertEquals(processor.code.value(), registers.programCounter());
            assertEquals(pause, registers.get(Register.RAX));
        }
    }

    private Processor.State onProcessor(byte[] code, Processor.State before) {
        processor.memory().write(processor.code, code);
        processor.load(before);
        int signal = processor.step();
        assertTrue(signal == 0 || signal == SEGV || signal == BUS || signal == 4 || signal == 8, "signal " + signal);
        return processor.state(signal);
    }

    private static void same(Processor.State expected, Processor.State actual, String what) {
        for (int i = 0; i < expected.registers().length; i++) {
            int number = i;
            assertEquals(
                    Long.toHexString(expected.registers()[i]),
                    Long.toHexString(actual.registers()[i]),
                    () -> what + ": " + (number < 16 ? Gpr.register(number) : number == 16 ? "RIP" : "flags"));
        }
        assertEquals(expected.signal(), actual.signal(), what);
        assertArrayEquals(expected.data(), actual.data(), what);
    }

    /** Prefixes and an opcode of the integer instructions, with random bytes behind. */
    private byte[] randomCode() {
        ByteBuffer code = ByteBuffer.allocate(32);
        int dice = random.nextInt(20);
        if (dice < 2) {
            code.put((byte) 0x66);
        } else if (dice == 2) {
            code.put((byte) (0xf2 + random.nextInt(2)));
        } else if (dice == 3) {
            code.put((byte) 0x67);
        }
        if (random.nextInt(3) > 0) {
            code.put((byte) (0x40 + random.nextInt(16)));
        }
        if (random.nextInt(8) == 0) {
            code.put((byte) 0x0f);
        }
        boolean string = dice == 2 && random.nextBoolean();
        int usual = dice == 4 ? 0xff : dice == 5 ? 0xe8 : random.nextInt(256);
        code.put((byte) (string ? 0xa4 + random.nextInt(12) : usual));
        int modrm = random.nextInt(256);
        code.put((byte) (random.nextInt(6) == 0 ? modrm & 0x38 | 5 : modrm));
        byte[] rest = new byte[12];
        random.nextBytes(rest);
        return Arrays.copyOf(code.put(rest).array(), 15);
    }

    /** Registers of which many point into the data page; makes the memory operand do so too, mostly. */
    private Processor.State randomState(Instruction instruction, byte[] code) {
        long data = processor.data.value();
        long[] registers = new long[18];
        for (int i = 0; i < 16; i++) {
            registers[i] = switch (random.nextInt(4)) {
                case 0 -> random.nextInt(8) - 4;
                case 1 -> random.nextLong();
                case 2 -> random.nextInt();
                default -> data + 64 + random.nextInt(PageAllocator.PAGE - 128);
            };
        }
        registers[4] = data + 2048 + 8 * random.nextInt(16);
        registers[5] = data + 1024 + 8 * random.nextInt(16);
        registers[6] = data + 1536;
        registers[7] = data + 3072;
        registers[16] = processor.code.value();
        registers[17] = random.nextLong() & Processor.FLAGS & ~0x400;
        byte[] bytes = new byte[PageAllocator.PAGE];
        random.nextBytes(bytes);
        long wanted = data + 256 + random.nextInt(PageAllocator.PAGE - 512);
        instruction.memory().ifPresent(memory -> {
            if (memory.ripRelative()) {
                int displacement = (int) (wanted - instruction.next());
                ByteBuffer.wrap(code).order(ByteOrder.LITTLE_ENDIAN).putInt(memory.displacementOffset(), displacement);
            } else if (memory.base() != Gpr.NONE && memory.index() != memory.base() && random.nextInt(8) > 0) {
                long index = memory.index() == Gpr.NONE ? 0 : registers[memory.index()] * memory.scale();
                registers[memory.base()] = wanted - memory.displacement() - index;
            }
        });
        // Where indirect jumps, calls and returns go is code now and then.
        for (int at = 0; at < bytes.length; at += 8) {
            if (random.nextInt(2) == 0) {
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(at, data + at);
            }
        }
        return new Processor.State(registers, bytes, 0);
    }

    /** Not those whose results differ from one run to the next or depend on the trap flag, nor x87 and vectors. */
    private static boolean repeatable(Instruction instruction) {
        int opcode = instruction.opcode();
        boolean integer = instruction.encoding() == Encoding.LEGACY && instruction.flow() != Flow.SYSCALL;
        if (instruction.map() == OpcodeMap.ONE_BYTE) {
            boolean flagsOrSegments = opcode == 0x9c || opcode == 0x9d || opcode == 0x8e || opcode == 0x8c;
            boolean enters = opcode == 0xc8;
            return integer && !flagsOrSegments && !enters && (opcode < 0xd8 || opcode > 0xdf);
        }
        // With a register, BT and its kin reach memory far outside the operand.
        boolean bitString = instruction.memory().isPresent() && (opcode & 0xe7) == 0xa3;
        return integer
                && !bitString
                && instruction.map() == OpcodeMap.MAP_0F
                && (opcode >= 0x40 && opcode <= 0x4f
                        || opcode >= 0x90 && opcode <= 0x9f
                        || opcode >= 0xa3 && opcode <= 0xa5
                        || opcode >= 0xab && opcode <= 0xad
                        || opcode >= 0xaf && opcode <= 0xb7
                        || opcode >= 0xba && opcode <= 0xc1
                        || opcode >= 0xc8 && opcode <= 0xcf);
    }

    private static String describe(Instruction instruction, byte[] code, Processor.State before) {
        return HexFormat.ofDelimiter(" ").formatHex(code, 0, instruction.length()) + " " + before + " " + instruction;
    }
}
