package gjdbg.type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The many spellings of C's arithmetic types, and the one that compilers record (C11, section 6.7.2). */
public final class CTypeNames {
    private static final Map<String, BasicType> BASIC = Map.ofEntries(
            entry("char", TypeKind.INT, 1),
            entry("signed char", TypeKind.INT, 1),
            entry("unsigned char", TypeKind.UINT, 1),
            entry("short int", TypeKind.INT, 2),
            entry("short unsigned int", TypeKind.UINT, 2),
            entry("int", TypeKind.INT, 4),
            entry("unsigned int", TypeKind.UINT, 4),
            entry("long int", TypeKind.INT, 8),
            entry("long unsigned int", TypeKind.UINT, 8),
            entry("long long int", TypeKind.INT, 8),
            entry("long long unsigned int", TypeKind.UINT, 8),
            entry("float", TypeKind.FLOAT, 4),
            entry("double", TypeKind.FLOAT, 8),
            entry("_Bool", TypeKind.BOOL, 1),
            entry("void", TypeKind.VOID, 0));
    private static final List<String> WORDS =
            List.of("char", "short", "int", "long", "signed", "unsigned", "float", "double", "_Bool", "void");

    private CTypeNames() {}

    private static Map.Entry<String, BasicType> entry(String name, TypeKind kind, long size) {
        return Map.entry(name, new BasicType(name, kind, size));
    }

    /** Whether it is one of the words that name arithmetic types. */
    public static boolean isWord(String word) {
        return WORDS.contains(word);
    }

    /** A type that C has by itself, whether or not the program uses it. */
    public static Optional<Type> basic(String name) {
        return Optional.ofNullable(BASIC.get(normal(name)));
    }

    /** The integer type of that size, in bytes; of two the one that is not {@code long long}. */
    static Optional<Type> integer(long size, boolean unsigned) {
        String name =
                switch ((int) size) {
                    case 1 -> unsigned ? "unsigned char" : "signed char";
                    case 2 -> unsigned ? "short unsigned int" : "short int";
                    case 4 -> unsigned ? "unsigned int" : "int";
                    case 8 -> unsigned ? "long unsigned int" : "long int";
                    default -> "";
                };
        return Optional.ofNullable(BASIC.get(name));
    }

    /** As gcc records it: {@code long unsigned int} for {@code unsigned long}; other names stay. */
    public static String normal(String name) {
        List<String> words = new ArrayList<>(Arrays.asList(name.trim().split("\\s+")));
        if (!WORDS.containsAll(words)) {
            return String.join(" ", words);
        }
        boolean unsigned = words.remove("unsigned");
        boolean signed = words.remove("signed");
        if (words.contains("char")) {
            return (unsigned ? "unsigned " : signed ? "signed " : "") + "char";
        }
        if (words.contains("double") || words.contains("float") || words.contains("_Bool") || words.contains("void")) {
            return String.join(" ", words);
        }
        words.remove("int");
        words.add(unsigned ? "unsigned int" : "int");
        return String.join(" ", words);
    }
}
