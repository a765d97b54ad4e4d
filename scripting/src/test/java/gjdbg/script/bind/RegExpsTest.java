package gjdbg.script.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.error.BadRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The translated expressions find what JavaScript's own do. */
class RegExpsTest {
    private static final List<String> NAMES = List.of(
            "main.main",
            "main.(*Server).Handle",
            "main.Map[go.shape.int]",
            "main.Map[...]",
            "type:.eq.struct { runtime.gList; runtime.n int32 }",
            "type:.eq.[2]string",
            "main.work.func1",
            "main.a&&b",
            "main.e-mail^2",
            "net/http.(*conn).serve",
            "example.com/a_b/v2.Größe",
            "main.aa{2}",
            "a\\b",
            "main.h\u0008\u000b",
            "MAIN.MAIN",
            "");

    private static final List<String> EXPRESSIONS = List.of(
            "/main/",
            "/^main\\.(work|main)$/",
            "/MAIN/i",
            "/größe/i",
            "/main\\.[[]/",
            "/[[]go/",
            "/Map[[]/",
            "/[^[]$/",
            "/[]/",
            "/[^]/",
            "/^[]|x/",
            "/[a&&b]{3}/",
            "/&&/",
            "/[\\^2]$/",
            "/[a^]/",
            "/[(*)]S/",
            "/struct {/",
            "/{ runtime/",
            "/32 }$/",
            "/]string/",
            "/a{2}/",
            "/a{2}{/",
            "/a{2,}/",
            "/n{1,2}$/",
            "/a{,2}/",
            "/a{x}/",
            "/\\{2}/",
            "/aa\\{2\\}/",
            "/net\\/http/",
            "/[/]http/",
            "/\\e-/",
            "/\\h/",
            "/\\z/",
            "/\\Q/",
            "/\\v/",
            "/[\\b]/",
            "/\\bmain\\b/",
            "/\\x6d\\u0061in/",
            "/\\x6/",
            "/\\u{6d}/",
            "/\\u{6d}ain/u",
            "/\\p{Lu}/u",
            "/\\pu/",
            "/\\cH/",
            "/\\ch/",
            "/\\\\b/",
            "/[\\w.-]+$/",
            "/[\\]\\[]/",
            "/(a)\\1/",
            "/(?<lower_1>a)\\k<lower_1>/",
            "/(?<=main\\.)work/",
            "/(?<!main)\\.main/",
            "/(?:go|net)(?!\\.)/",
            "/transfer/y",
            "/main/y",
            "/a.b/s",
            "/func\\d$/");

    private static Context context;

    @BeforeAll
    static void open() {
        context = Context.newBuilder("js")
                .option("engine.WarnInterpreterOnly", "false")
                .build();
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @Test
    void they_find_what_JavaScript_finds() {
        Set<String> wrong = new TreeSet<>();
        int found = 0;
        for (String expression : EXPRESSIONS) {
            Value regExp = context.eval("js", expression);
            for (String name : NAMES) {
                regExp.putMember("lastIndex", 0);
                boolean expected = regExp.invokeMember("test", name).asBoolean();
                found += expected ? 1 : 0;
                if (Arguments.pattern(regExp).matcher(name).find() != expected) {
                    wrong.add(expression + " on " + name + ": JavaScript says " + expected + ", Java's form is "
                            + Arguments.pattern(regExp));
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(found > 100, "most of the expressions find something: " + found);
    }

    @Test
    void what_is_the_same_in_both_stays_as_it_was_written() {
        String source = "^main\\.(\\*Server\\)\\.|[a-z_]+\\d{2,3})$";
        assertEquals(source, RegExps.pattern(source, "").pattern());
    }

    @Test
    void what_Java_has_not_got_is_refused() {
        assertThrows(BadRequest.class, () -> RegExps.pattern("[\\p{L}--[a-z]]", "v"));
        assertThrows(BadRequest.class, () -> RegExps.pattern("\\p{Script_Extensions=Greek}", "u"));
    }
}
