package gjdbg.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Expressions over numbers that compilers take; the same for the same seed. */
final class RandomExpressions {
    private static final Map<String, List<String>> VARIABLES = Map.ofEntries(
            Map.entry("int", List.of("i", "j", "zero", "len(s)", "list[2]", "p.X", "m[\"a\"]", "counter", "e.(int)")),
            Map.entry("int8", List.of("i8", "m8")),
            Map.entry("int16", List.of("i16")),
            Map.entry("int32", List.of("i32", "r", "runes[1]")),
            Map.entry("int64", List.of("i64")),
            Map.entry("uint8", List.of("u8", "s[1]", "b", "raw[1]")),
            Map.entry("uint16", List.of("u16")),
            Map.entry("uint32", List.of("u32")),
            Map.entry("uint64", List.of("u64")),
            Map.entry("uint", List.of("un")),
            Map.entry("float32", List.of("f32")),
            Map.entry("float64", List.of("f64", "inf", "huge", "tiny", "ef.(float64)")),
            Map.entry("complex128", List.of("c128", "complex(f64, 1)")));
    private static final List<String> NUMBERS = VARIABLES.keySet().stream()
            .filter(type -> !type.startsWith("complex"))
            .sorted()
            .toList();
    private static final List<String> INTEGERS =
            NUMBERS.stream().filter(type -> !type.startsWith("float")).toList();

    private final Random random;

    private RandomExpressions(long seed) {
        random = new Random(seed);
    }

    static List<String> some(int count, long seed) {
        RandomExpressions generator = new RandomExpressions(seed);
        List<String> expressions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            expressions.add(
                    i % 4 == 0 ? generator.bool(3) : generator.number(generator.any(new ArrayList<>(NUMBERS)), 4));
        }
        return expressions;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String number(String type, int depth) {
        boolean integer = INTEGERS.contains(type);
        if (depth == 0 || random.nextInt(6) == 0) {
            return any(VARIABLES.get(type));
        }
        return switch (random.nextInt(integer ? 7 : 4)) {
            case 0 -> number(type, depth - 1) + " " + any(List.of("+", "-", "*")) + " " + operand(type, depth - 1);
            case 1 ->
                "(" + number(type, depth - 1) + any(List.of(" + ", " - ", " * ", " / ")) + operand(type, depth - 1)
                        + ")";
            case 2 -> any(List.of("-", "+")) + "(" + number(type, depth - 1) + ")";
            case 3 -> type + "(" + number(source(type), depth - 1) + ")";
            case 4 -> number(type, depth - 1) + any(List.of(" & ", " | ", " ^ ", " &^ ")) + operand(type, depth - 1);
            case 5 ->
                "(" + number(type, depth - 1) + any(List.of(" << ", " >> ")) + "("
                        + number("uint", depth - 2 < 0 ? 0 : depth - 2) + " % 70))";
            default -> "^(" + number(type, depth - 1) + ")" + any(List.of(" % ", " / ")) + operand(type, depth - 1);
        };
    }

    /** What a float that does not fit becomes as an integer, the language leaves open. */
    private String source(String type) {
        return INTEGERS.contains(type) ? any(INTEGERS) : any(NUMBERS);
    }

    private String operand(String type, int depth) {
        return random.nextInt(4) == 0 ? Integer.toString(1 + random.nextInt(100)) : "(" + number(type, depth) + ")";
    }

    private String bool(int depth) {
        String type = any(NUMBERS);
        String compared =
                number(type, depth) + any(List.of(" == ", " != ", " < ", " <= ", " > ", " >= ")) + number(type, depth);
        return switch (random.nextInt(4)) {
            case 0 -> compared;
            case 1 -> "!(" + compared + ") && " + any(List.of("t", "no", "i > 3"));
            case 2 -> any(List.of("t", "no")) + " || " + compared;
            default -> compared + " || " + (depth > 1 ? bool(depth - 1) : "no");
        };
    }

    /** Of C, where types mix, and what is not defined is left out. */
    static List<String> ofC(int count, long seed) {
        RandomExpressions generator = new RandomExpressions(seed);
        List<String> expressions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            expressions.add(generator.ofC(4));
        }
        return expressions;
    }

    private String ofC(int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return any(List.of(
                    "c",
                    "sc",
                    "uc",
                    "s",
                    "us",
                    "n",
                    "m",
                    "un",
                    "l",
                    "ul",
                    "ll",
                    "ull",
                    "f",
                    "g",
                    "yes",
                    "color",
                    "level",
                    "id",
                    "size",
                    "a[2]",
                    "pp->x",
                    "text[1]",
                    "list->b",
                    "table[3]",
                    "3",
                    "2u",
                    "7L",
                    "0.5"));
        }
        return switch (random.nextInt(8)) {
            case 0, 1 -> ofC(depth - 1) + any(List.of(" + ", " - ", " * ")) + "(" + ofC(depth - 1) + ")";
            case 2 -> "(" + integer(depth - 1) + any(List.of(" & ", " | ", " ^ ")) + integer(depth - 1) + ")";
            case 3 -> "(" + ofC(depth - 1) + any(List.of(" < ", " <= ", " == ", " != ", " > ")) + ofC(depth - 1) + ")";
            case 4 -> "(" + integer(depth - 1) + any(List.of(" / 7", " % 10", " << 3", " >> 2")) + ")";
            case 5 -> any(List.of("-", "+", "!")) + "(" + ofC(depth - 1) + ")";
            case 6 -> "(" + ofC(depth - 1) + " ? " + ofC(depth - 1) + " : " + ofC(depth - 1) + ")";
            default -> integer(depth);
        };
    }

    /** A float that does not fit into an integer is not defined, so it is compared first. */
    private String integer(int depth) {
        String type = any(
                List.of("char", "unsigned char", "short", "int", "unsigned", "long", "unsigned long long", "_Bool"));
        return random.nextBoolean()
                ? "(" + type + ")!(" + ofC(Math.max(0, depth - 1)) + ")"
                : "(" + type + ")"
                        + any(List.of(
                                "c", "uc", "s", "us", "n", "m", "un", "l", "ul", "ll", "ull", "color", "id", "a[1]",
                                "list->a"));
    }
}
