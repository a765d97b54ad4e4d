package gjdbg.value;

import java.util.List;
import java.util.Random;

/** Makes up maps of random types, as a source file for the fixture "maps". */
final class RandomMaps {
    static final int COUNT = 200;

    private static final List<String> SCALARS = List.of(
            "bool",
            "int",
            "int8",
            "int16",
            "int32",
            "int64",
            "uint",
            "uint8",
            "uint16",
            "uint32",
            "uint64",
            "uintptr",
            "float32",
            "float64",
            "complex64",
            "complex128",
            "string",
            "string",
            "string",
            "int",
            "uint32",
            "uint64");
    private static final int LARGEST = 100_000;

    private final Random random;
    private final StringBuilder types = new StringBuilder();
    private int named;

    RandomMaps(long seed) {
        random = new Random(seed);
    }

    String source() {
        StringBuilder variables = new StringBuilder();
        StringBuilder fills = new StringBuilder();
        for (int i = 0; i < COUNT; i++) {
            String key = type(true, 0);
            String value = type(false, 0);
            variables.append("var random%d map[%s]%s\n".formatted(i, key, value));
            fills.append("\t\tfunc() { fill(\"random%d\", &random%d, %d, %d, %d) },\n"
                    .formatted(i, i, random.nextLong(), size(i), random.nextInt(7)));
        }
        return "package main\n\n" + types + variables + "\nfunc init() {\n\trandomTables = []func(){\n" + fills
                + "\t}\n}\n";
    }

    /** Mostly small, some of thousands, two of the largest. */
    private int size(int map) {
        if (map == 40 || map == 140) {
            return LARGEST;
        }
        int kind = random.nextInt(100);
        return kind < 8
                ? 0
                : kind < 35
                        ? 1 + random.nextInt(9)
                        : kind < 70 ? random.nextInt(150) : kind < 97 ? random.nextInt(1500) : random.nextInt(10_000);
    }

    private String type(boolean key, int depth) {
        int kind = random.nextInt(depth > 1 ? 12 : key ? 20 : 23);
        return switch (kind) {
            case 12, 13 -> struct(key, depth);
            case 14 -> "[" + random.nextInt(5) + "]" + type(key, depth + 1);
            case 15 -> "interface{}";
            case 16 -> "*" + type(false, depth + 1);
            case 17 -> "[" + (1 + random.nextInt(40)) + "]" + SCALARS.get(1 + random.nextInt(SCALARS.size() - 1));
            case 18 -> "chan " + type(false, depth + 1);
            case 19 -> "[" + (16 + random.nextInt(3)) + "]uint64";
            case 20, 21 -> "[]" + type(false, depth + 1);
            case 22 -> "map[" + type(true, depth + 1) + "]" + type(false, depth + 1);
            default -> SCALARS.get(random.nextInt(SCALARS.size()));
        };
    }

    private String struct(boolean key, int depth) {
        StringBuilder body = new StringBuilder("struct {");
        int fields = random.nextInt(6);
        for (int i = 0; i < fields; i++) {
            body.append(i == 0 ? " " : "; ").append("F").append(i).append(' ').append(type(key, depth + 1));
        }
        body.append(fields == 0 ? "}" : " }");
        if (random.nextBoolean()) {
            return body.toString();
        }
        String name = "type" + named++;
        types.append("type ").append(name).append(' ').append(body).append("\n\n");
        return name;
    }
}
