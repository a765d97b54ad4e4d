package gjdbg.dwarf.expr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import gjdbg.bytes.Bytes;
import gjdbg.error.MalformedFile;
import gjdbg.error.MemoryFault;
import gjdbg.error.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationExpressionTest {
    /** Registers hold 100 times their number, memory at an address holds its low bytes, types are by their offset. */
    private static final ExpressionContext CONTEXT = new ExpressionContext() {
        @Override
        public long register(int number) {
            return 100L * number;
        }

        @Override
        public long frameBase() {
            return 0x7000;
        }

        @Override
        public long cfa() {
            return 0x8000;
        }

        @Override
        public long memory(long address, int size) {
            if (address < 0) {
                throw new MemoryFault("read", address, size);
            }
            return size == 8 ? address : address & (1L << 8 * size) - 1;
        }

        @Override
        public long relocated(long fileAddress) {
            return fileAddress + 0x10_0000;
        }

        @Override
        public long indexed(long index) {
            return 0x4000 + 8 * index;
        }

        @Override
        public long threadLocal(long offset) {
            return 0xf000 + offset;
        }

        @Override
        public long objectAddress() {
            return 0x9000;
        }

        @Override
        public Optional<Bytes> locationOf(long die, boolean inUnit) {
            return switch ((int) die) {
                case 0x10 -> Optional.of(bytes("23 05"));
                case 0x20 -> Optional.of(bytes("99 20 00 00 00"));
                default -> Optional.empty();
            };
        }

        @Override
        public BaseType baseType(long dieInUnit) {
            return switch ((int) dieInUnit) {
                case 1 -> new BaseType(BaseType.Kind.SIGNED, 4);
                case 2 -> new BaseType(BaseType.Kind.UNSIGNED, 1);
                case 3 -> new BaseType(BaseType.Kind.FLOAT, 8);
                case 4 -> new BaseType(BaseType.Kind.FLOAT, 4);
                case 5 -> new BaseType(BaseType.Kind.UNSIGNED, 8);
                case 6 -> new BaseType(BaseType.Kind.FLOAT, 16);
                default -> throw new Unavailable("", "no such type");
            };
        }
    };

    private static Bytes bytes(String hex) {
        String digits = hex.replace(" ", "");
        byte[] bytes = new byte[digits.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(digits, 2 * i, 2 * i + 2, 16);
        }
        return Bytes.of("test", ".debug_info", bytes);
    }

    private static Location evaluate(String hex) {
        return LocationExpression.evaluate(bytes(hex), CONTEXT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            addr             | 03 00 10 00 00 00 00 00 00         | 0x101000
            deref            | 31 06                              | 1
            const1u          | 08 ff                              | 255
            const1s          | 09 ff                              | -1
            const2u          | 0a ff ff                           | 65535
            const2s          | 0b fe ff                           | -2
            const4u          | 0c ff ff ff ff                     | 4294967295
            const4s          | 0d ff ff ff ff                     | -1
            const8u          | 0e 01 00 00 00 00 00 00 80         | -9223372036854775807
            const8s          | 0f ff ff ff ff ff ff ff ff         | -1
            constu           | 10 80 01                           | 128
            consts           | 11 80 7f                           | -128
            dup              | 33 12 22                           | 6
            drop             | 33 34 13                           | 3
            over             | 33 34 14 1c                        | 1
            pick             | 33 34 35 15 02                     | 3
            swap             | 33 34 16 1c                        | 1
            rot top          | 31 32 33 17                        | 2
            rot third        | 31 32 33 17 13 13                  | 3
            abs              | 09 fb 19                           | 5
            and              | 3c 3a 1a                           | 8
            div is signed    | 09 f8 32 1b                        | -4
            minus            | 33 35 1c                           | -2
            mod is unsigned  | 09 ff 3a 1d                        | 5
            mul              | 33 35 1e                           | 15
            neg              | 33 1f                              | -3
            not              | 30 20                              | -1
            or               | 3c 33 21                           | 15
            plus             | 33 35 22                           | 8
            plus_uconst      | 33 23 81 01                        | 132
            shl              | 31 34 24                           | 16
            shl too far      | 31 08 40 24                        | 0
            shr              | 09 ff 08 3c 25                     | 15
            shra             | 09 f0 34 26                        | -1
            shra too far     | 09 f0 08 7f 26                     | -1
            xor              | 3c 3a 27                           | 6
            bra taken        | 35 31 28 01 00 96 39               | 9
            bra not taken    | 30 28 01 00 35                     | 5
            bra skips        | 37 31 28 01 00 35                  | 7
            eq               | 33 33 29                           | 1
            ge               | 33 34 2a                           | 0
            gt signed        | 31 09 ff 2b                        | 1
            le               | 33 34 2c                           | 1
            lt               | 09 ff 30 2d                        | 1
            ne               | 33 34 2e                           | 1
            skip             | 33 2f 01 00 34                     | 3
            lit31            | 4f                                 | 31
            breg7            | 77 7c                              | 696
            bregx            | 92 11 04                           | 1704
            fbreg            | 91 70                              | 0x6ff0
            deref_size       | 0a 34 12 94 01                     | 0x34
            push_object      | 97                                 | 0x9000
            call2            | 31 98 10 00                        | 6
            call4            | 31 99 10 00 00 00                  | 6
            call_ref         | 31 9a 10 00 00 00                  | 6
            call of nothing  | 31 98 30 00                        | 1
            form_tls_address | 38 9b                              | 0xf008
            gnu_push_tls     | 38 e0                              | 0xf008
            call_frame_cfa   | 9c                                 | 0x8000
            addrx            | a1 02                              | 0x104010
            gnu_addr_index   | fb 02                              | 0x104010
            constx           | a2 02                              | 0x4010
            const_type       | a4 01 04 fe ff ff ff a8 00         | -2
            regval_type      | a5 03 02 a8 00                     | 44
            deref_type       | 09 7f a6 01 02 a8 00               | 127
            convert to float | 37 a8 03 32 a8 03 1b a8 01 a8 00   | 3
            reinterpret      | a4 03 08 00 00 00 00 00 00 f0 3f a9 05 a8 00 | 0x3ff0000000000000
            typed wrap       | 08 ff a8 02 31 a8 02 22 a8 00      | 0
            typed mod        | 09 f9 a8 01 34 a8 01 1d a8 00      | -3
            float compare    | 37 a8 03 38 a8 03 2d               | 1
            float neg        | 37 a8 03 1f a8 01 a8 00            | -7
            nop              | 96 33 96                           | 3
            """)
    void operatorsComputeAddresses(String operator, String expression, String expected) {
        Location.InMemory location = assertInstanceOf(Location.InMemory.class, evaluate(expression), operator);
        assertEquals(Long.decode(expected), location.address(), operator);
    }

    @Test
    void registersAndConstantsAreNamedNotRead() {
        assertEquals(new Location.InRegister(5), evaluate("55"));
        assertEquals(new Location.InRegister(17), evaluate("90 11"));
        Location.Known known = assertInstanceOf(Location.Known.class, evaluate("09 fe 9f"));
        assertArrayEquals(new byte[] {-2, -1, -1, -1, -1, -1, -1, -1}, known.bytes());
        Location.Known implicit = assertInstanceOf(Location.Known.class, evaluate("9e 03 01 02 03"));
        assertArrayEquals(new byte[] {1, 2, 3}, implicit.bytes());
        assertEquals(new Location.ImplicitPointer(0x1234, -2), evaluate("a0 34 12 00 00 7e"));
        assertEquals(new Location.Nowhere(), evaluate(""));
    }

    @Test
    void piecesKeepTheirOrderAndTheMissingOnesAreNowhere() {
        Location.Composite composite =
                assertInstanceOf(Location.Composite.class, evaluate("93 08 54 93 08 91 70 93 04"));
        assertEquals(
                List.of(
                        new Location.Part(new Location.Nowhere(), 64, 0),
                        new Location.Part(new Location.InRegister(4), 64, 0),
                        new Location.Part(new Location.InMemory(0x6ff0), 32, 0)),
                composite.parts());
        Location.Composite bits = assertInstanceOf(Location.Composite.class, evaluate("50 9d 03 05"));
        assertEquals(List.of(new Location.Part(new Location.InRegister(0), 3, 5)), bits.parts());
    }

    @Test
    void aValueIsReadFromARegisterOrTheStack() {
        assertEquals(600, LocationExpression.value(bytes("56"), CONTEXT));
        assertEquals(0x8000, LocationExpression.value(bytes("9c"), CONTEXT));
    }

    @Test
    void whatOnlyTheCallerKnowsIsUnavailable() {
        assertThrows(Unavailable.class, () -> evaluate("a3 01 55 9f"));
        assertThrows(Unavailable.class, () -> evaluate("f3 01 55 9f"));
        assertThrows(Unavailable.class, () -> evaluate("fa 00 00 00 00 9f"));
        assertThrows(Unavailable.class, () -> evaluate("fd 00 00 00 00"));
        assertThrows(Unavailable.class, () -> evaluate("31 31 18"));
        assertThrows(Unavailable.class, () -> evaluate("31 a8 06"));
        assertThrows(MemoryFault.class, () -> evaluate("09 ff 06"));
    }

    @ParameterizedTest
    @CsvSource({
        "an empty stack, 22",
        "a cut operand, 03 00",
        "a branch out of the expression, 2f 00 70",
        "a branch before it, 2f 00 80",
        "division by zero, 31 30 1b",
        "an unknown operation, 01",
        "an operation after a register, 50 31",
        "a location after the last piece, 50 93 08 50",
        "two types, 31 31 a8 03 22",
        "a read of nine bytes, 31 94 09",
        "a wild piece, 50 93 ff ff ff ff ff ff ff ff 7f",
        "a wild block, 9e ff ff ff ff ff 0f",
        "an endless loop, 2f fd ff",
        "an endless push, 31 12 2f fc ff",
        "calls without end, 99 20 00 00 00"
    })
    void hostileExpressionsAreMalformed(String what, String expression) {
        assertThrows(MalformedFile.class, () -> evaluate(expression), what);
    }

    @Test
    void mutatedExpressionsEndInAnAnswerOrAnErrorOfTheFamily() {
        Random random = new Random(1);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int round = 0; round < 200_000; round++) {
                byte[] code = new byte[random.nextInt(24)];
                random.nextBytes(code);
                try {
                    LocationExpression.evaluate(Bytes.of("fuzz", "", code), CONTEXT);
                } catch (MalformedFile | Unavailable | MemoryFault e) {
                    assertEquals(false, e.getMessage().isEmpty());
                }
            }
        });
    }
}
