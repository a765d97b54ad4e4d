package gjdbg.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.error.BadRequest;
import gjdbg.error.GjdbgException;
import gjdbg.error.NotFound;
import gjdbg.type.BasicType;
import gjdbg.type.DerivedType;
import gjdbg.value.ComputedValue;
import gjdbg.value.ProgramScope;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import gjdbg.value.Variable;
import gjdbg.value.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final Map<String, Value> VALUES = new LinkedHashMap<>();

    private static void put(String name, String type, Reading reading) {
        VALUES.put(name, new ComputedValue(BasicType.named(type).orElseThrow(), reading));
    }

    static {
        put("amount", "int", new Reading.Int(1500, false));
        put("small", "int8", new Reading.Int(-128, false));
        put("b", "uint8", new Reading.Int(200, true));
        put("big", "uint64", new Reading.Int(-1, true));
        put("f", "float64", new Reading.Real(2.5));
        put("single", "float32", new Reading.Real(0.5));
        put("ok", "bool", new Reading.Bool(true));
        put("s", "string", new Reading.Text("héllo", 6));
        put("c", "complex128", new Reading.Complex(1, 2));
        put("z", "int", new Reading.Int(0, false));
        put("pkg.V", "int", new Reading.Int(7, false));
        put("sub.V", "int", new Reading.Int(3, false));
        put("example.com/a-b/sub.V", "int", new Reading.Int(8, false));
        put("example.com/a-b/sub.v2.V", "int", new Reading.Int(9, false));
        put("broken", "int", new Reading.Unreadable("it was optimised out"));
        VALUES.put(
                "list",
                new ComputedValue(
                        DerivedType.sliceOf(BasicType.INT),
                        new Reading.Sequence(
                                3, 5, i -> new ComputedValue(BasicType.INT, new Reading.Int(10 * i, false)))));
        VALUES.put("none", new ComputedValue(DerivedType.pointerTo(BasicType.INT), new Reading.Nil()));
    }

    private static final Variables VARIABLES = new Variables() {
        @Override
        public List<Variable> arguments() {
            return List.of(new Variable("amount", VALUES.get("amount")));
        }

        @Override
        public List<Variable> locals() {
            return List.of();
        }

        @Override
        public List<Variable> results() {
            return List.of();
        }

        @Override
        public Optional<Value> find(String name) {
            return Optional.ofNullable(VALUES.get(name));
        }

        @Override
        public Value evaluate(String expression) {
            return Expression.parse(expression).evaluate(this);
        }

        @Override
        public Value assignable(String expression) {
            return Expression.parse(expression).assignable(this);
        }

        @Override
        public ProgramScope scope() {
            return new NoProgram();
        }
    };

    /** What Go itself gives for each, as a program that printed them did. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            1 + 2 * 3 ; 7 ; int
            (1 + 2) * 3 ; 9 ; int
            0x1F ; 31 ; int
            0b1010_1010 ; 170 ; int
            0o17 ; 15 ; int
            017 ; 15 ; int
            'a' ; 97 ; int32
            '\\n' ; 10 ; int32
            '\\u00e9' ; 233 ; int32
            1e3 ; 1000 ; float64
            0x1p-2 ; 0.25 ; float64
            .5 ; 0.5 ; float64
            1 << 10 ; 1024 ; int
            1 << 100 >> 98 ; 4 ; int
            7 / 2 ; 3 ; int
            -7 / 2 ; -3 ; int
            -7 % 3 ; -1 ; int
            7 / 2.0 ; 3.5 ; float64
            6 &^ 2 ; 4 ; int
            ^0 ; -1 ; int
            amount ; 1500 ; int
            amount > 1000 ; true ; bool
            amount == 1500 && !ok ; false ; bool
            ok || broken == 1 ; true ; bool
            small - 1 ; 127 ; int8
            -small ; -128 ; int8
            b + 100 ; 44 ; uint8
            b << 1 ; 144 ; uint8
            ^b ; 55 ; uint8
            big + 1 ; 0 ; uint64
            big / 2 ; 9223372036854775807 ; uint64
            big > 1 ; true ; bool
            big ; 18446744073709551615 ; uint64
            18446744073709551615 ; 18446744073709551615 ; uint64
            int(f) ; 2 ; int
            uint8(amount) ; 220 ; uint8
            int8(b) ; -56 ; int8
            float64(amount) / 4 ; 375 ; float64
            f * 2 ; 5 ; float64
            f > 2 ; true ; bool
            single == 0.5 ; true ; bool
            string(65) ; ~"A"~ ; string
            s ; ~"héllo"~ ; string
            s == "h\\u00e9llo" ; true ; bool
            s + "!" ; ~"héllo!"~ ; string
            s[0] ; 104 ; uint8
            s[1:3] ; ~"é"~ ; string
            s < "i" ; true ; bool
            len(s) ; 6 ; int
            len("abc") ; 3 ; int
            len(list) ; 3 ; int
            cap(list) ; 5 ; int
            list[2] ; 20 ; int
            list[1:3][1] ; 20 ; int
            cap(list[1:]) ; 4 ; int
            list[z] == 0 ; true ; bool
            none == nil ; true ; bool
            nil != none ; false ; bool
            c == 1+2i ; true ; bool
            c * c ; (-3+4i) ; complex128
            pkg.V + 1 ; 8 ; int
            example.com/a-b/sub.V + 1 ; 9 ; int
            example.com/a-b/sub.v2.V + 1 ; 10 ; int
            example.com/a-b/sub%2ev2.V - example.com/a-b/sub.V*2 ; -7 ; int
            1+example.com/a-b/sub.V/example.com/a-b/sub.V ; 2 ; int
            amount/sub.V/pkg.V ; 71 ; int
            amount == 1000 || amount == 1500 ; true ; bool
            `raw\\n` == "raw\\\\n" ; true ; bool
            """)
    void expressionsEvaluateAsInGo(String expression, String expected, String type) {
        Value value = VARIABLES.evaluate(expression);
        assertEquals(expected, value.toString());
        assertEquals(type, value.type().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            amount > ; 9 ; ends where a value
            amount > 1000) ; 14 ; not expected
            amount = 3 ; 8 ; == compares
            1 + $ ; 5 ; no place
            "abc ; 1 ; not ended
            'ab' ; 1 ; not one character
            amount + b ; 8 ; mismatched types int and uint8
            b == 300 ; 3 ; does not fit into uint8
            amount + 1.5 ; 8 ; is no int
            amount / z ; 8 ; division by zero
            1 / 0 ; 3 ; division by zero
            amount && ok ; 8 ; needs a bool
            !amount ; 1 ; not defined
            f % 2 ; 3 ; not defined
            s[10] ; 2 ; out of range with length 6
            list[3] ; 5 ; out of range with length 3
            list[2:1] ; 5 ; out of range
            amount.x ; 8 ; no field 'x'
            *amount ; 1 ; needs a pointer
            amount(1) ; 1 ; calls no functions
            amount == nil ; 8 ; never nil
            list == list ; 6 ; slices can be compared
            &1 ; 2 ; has no address
            x[ ; 3 ; ends where
            08 ; 1 ; no integer
            """)
    void errorsNameTheColumn(String expression, int column, String problem) {
        BadRequest error = assertThrows(BadRequest.class, () -> VARIABLES.evaluate(expression));
        assertTrue(
                error.getMessage().startsWith("column " + column + " of the expression: "),
                expression + ": " + error.getMessage());
        assertTrue(error.getMessage().contains(problem), expression + ": " + error.getMessage());
    }

    @Test
    void anUnknownNameIsNotFoundWithTheClosestOnes() {
        NotFound error = assertThrows(NotFound.class, () -> VARIABLES.evaluate("amuont + 1"));
        assertEquals(List.of("amount"), error.closest());
    }

    @Test
    void aConditionMustBeABool() {
        assertTrue(Expression.parse("amount > 1000").test(VARIABLES));
        assertFalse(Expression.parse("amount > 2000").test(VARIABLES));
        assertThrows(BadRequest.class, () -> Expression.parse("amount").test(VARIABLES));
    }

    @Test
    void deepNestingIsAnErrorAndNotAnOverflow() {
        for (String text : List.of(
                "(".repeat(50_000),
                "{".repeat(50_000),
                "x" + "{x".repeat(50_000),
                "-".repeat(50_000) + "1",
                "s" + "[0]".repeat(30_000))) {
            assertThrows(BadRequest.class, () -> Expression.parse(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 + ", "a.b/", "amount == "})
    void aLongChainOfOperatorsIsAnErrorAndNotAnOverflow(String link) {
        Value sum = Expression.parse("1+".repeat(1_500) + "1").evaluate(VARIABLES);
        assertEquals("1501", sum.toString());
        assertThrows(
                BadRequest.class,
                () -> Expression.parse(link.repeat(9_000) + "1").evaluate(VARIABLES));
    }

    @Test
    void mutatedExpressionsEndInAValueOrAnErrorOfTheFamily() {
        String[] words = {
            "amount", "b", "f", "s", "list", "none", "ok", "c", "1", "0", "2.5", "\"x\"", "'y'", "nil", "+", "-", "*",
                    "/", "%",
            "<<", ">>", "&", "|", "^", "&^", "==", "<", "&&", "||", "!", "(", ")", "[", "]", ":", ".", "len(", "int8(",
            "string(", "big", "99999999999999999999"
        };
        Random random = new Random(3);
        int good = 0;
        for (int round = 0; round < 200_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(7); i >= 0; i--) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            try {
                VARIABLES.evaluate(text.toString()).toString();
                good++;
            } catch (GjdbgException e) {
                assertFalse(e.getMessage().isEmpty());
            }
        }
        assertTrue(good > 1_000, "only " + good + " were good");
    }
}
