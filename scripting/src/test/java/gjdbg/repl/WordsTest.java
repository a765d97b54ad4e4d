package gjdbg.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import gjdbg.error.BadRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static final Here IN_GO = () -> true;
    private static final Here IN_C = () -> false;

    @Test
    void words_stand_for_this_JavaScript() {
        Map<String, String> expected = Map.ofEntries(
                Map.entry("b main.work", "target.breakpoint('main.work')"),
                Map.entry("b main.work if n > 3", "target.breakpoint('main.work', { when: 'n > 3' })"),
                Map.entry(
                        "b main.go:42 if name == \"if it's\"",
                        "target.breakpoint('main.go:42', { when: 'name == \"if it\\'s\"' })"),
                Map.entry("b 42", "target.breakpoint(`${frame.file}:42`)"),
                Map.entry("b *0x45f3a0", "target.breakpoint('*0x45f3a0')"),
                Map.entry("b 0x45f3a0", "target.breakpoint('*0x45f3a0')"),
                Map.entry("b /^main\\.h/", "target.breakpoint(/^main\\.h/)"),
                Map.entry("tb main.(*T).Run", "prompt.once(target.breakpoint('main.(*T).Run'))"),
                Map.entry("c", "target.continue()"),
                Map.entry("n", "goroutine.next()"),
                Map.entry("finish", "goroutine.stepOut()"),
                Map.entry("bt", "console.log(prompt.stack())"),
                Map.entry("bt 10", "console.log(prompt.stack({ most: 10 }))"),
                Map.entry("bt full", "console.log(prompt.stack({ variables: true }))"),
                Map.entry("bt -full 10", "console.log(prompt.stack({ most: 10, variables: true }))"),
                Map.entry("stack 10 -full", "console.log(prompt.stack({ most: 10, variables: true }))"),
                Map.entry("si", "thread.stepInstruction()"),
                Map.entry("p m[\"a\"].items[2:4]", "console.log(frame.value('m[\"a\"].items[2:4]'))"),
                Map.entry("p *x", "console.log(frame.value('*x'))"),
                Map.entry("p -x", "console.log(frame.value('-x'))"),
                Map.entry("d 3", "prompt.breakpoint(3).remove()"),
                Map.entry("frame 2", "prompt.depth = 2; prompt.show()"),
                Map.entry("goroutine 7", "goroutine = prompt.goroutine(7); prompt.show()"),
                Map.entry(
                        "info functions main.",
                        "for (const f of target.symbols.functions('main.')) "
                                + "console.log(`0x${f.address.toString(16)}  ${f.name}  ${f.file}:${f.line}`)"),
                Map.entry("x/8xw 0x1000", "console.log(prompt.memory(0x1000n, { count: 8, format: 'x', size: 4 }))"),
                Map.entry(
                        "x/2i $pc",
                        "console.log(prompt.instructions(target.symbols.disassemble(frame.pc, { count: 2 })))"),
                Map.entry("set x.n = 5", "frame.set('x.n', frame.value('5')); console.log(frame.value('x.n'))"),
                Map.entry("set m[\"=\"] = nil", "frame.set('m[\"=\"]', null); console.log(frame.value('m[\"=\"]'))"));
        expected.forEach((line, code) -> {
            Words.Said said = Words.read(line).orElseThrow(() -> new AssertionError(line + " is read as JavaScript"));
            assertEquals(code, said.word().javaScript(said.rest(), IN_GO), line);
        });
    }

    @Test
    void steps_outside_of_Go_are_the_threads() {
        assertEquals("thread.next()", Words.find("n").orElseThrow().javaScript("", IN_C));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n + 1",
                "n = 5",
                "c.x",
                "s => s",
                "p = 3",
                "x = 4",
                "x.length",
                "b += 1",
                "frame.locals",
                "delete a.b",
                "i++",
                "let n = 3",
                "d instanceof Date",
                "f(3)",
                "threads.length",
                "1 + 1",
                "up ? 1 : 2",
                "x/2"
            })
    void what_goes_on_as_JavaScript_does_is_JavaScript(String line) {
        assertTrue(Words.read(line).isEmpty(), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b",
                "b if x",
                "b main.work if",
                "p",
                "set x",
                "info",
                "info nonsense",
                "d one",
                "frame one",
                "x",
                "x/8q $sp",
                "goroutine one",
                "c 3",
                "up 2"
            })
    void what_makes_no_sense_is_refused_with_what_would(String line) {
        Words.Said said = Words.read(line).orElseThrow();
        String message = assertThrows(BadRequest.class, () -> said.word().javaScript(said.rest(), IN_GO))
                .getMessage();
        assertTrue(
                List.of("as in: ", "it tells of ", "shows the numbers", "the formats are").stream()
                        .anyMatch(message::contains),
                message);
    }

    /** Where it differs, -Dgjdbg.docs.write=true writes it. */
    @Test
    void the_documentation_has_this_table_of_words() throws IOException {
        Path page = Path.of("..", "docs", "prompt.md");
        String text = Files.readString(page);
        String written = Pattern.compile("(?m)^\\| word \\|[^\\n]*\\n(\\|[^\\n]*\\n)*")
                .matcher(text)
                .replaceFirst(Matcher.quoteReplacement(Help.markdown()));
        if (Boolean.getBoolean("gjdbg.docs.write")) {
            Files.writeString(page, written);
        }
        assertEquals(written, Files.readString(page));
        assertTrue(text.contains("| word |"), "the page has no table");
    }

    @Test
    void nothing_but_the_prompt_knows_JLine_and_nothing_but_the_command_line_knows_the_prompt() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("gjdbg")) {
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                String from = each.getPackageName();
                String used = dependency.getTargetClass().getPackageName();
                boolean editor = used.startsWith("org.jline") && !from.equals("gjdbg.repl");
                boolean prompt = used.equals("gjdbg.repl") && !from.equals("gjdbg.repl") && !from.equals("gjdbg.cli");
                boolean upwards =
                        from.equals("gjdbg.repl") && (used.equals("gjdbg.cli") || used.equals("gjdbg.testing"));
                if (editor || prompt || upwards) {
                    wrong.add(each.getName() + " uses "
                            + dependency.getTargetClass().getName());
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void every_words_example_is_a_line_of_that_word() {
        for (Word word : Words.table()) {
            Words.Said said = Words.read(word.example()).orElseThrow();
            assertEquals(word.name(), said.word().name());
            assertFalse(said.word().javaScript(said.rest(), IN_GO).isBlank());
            assertTrue(word.help().endsWith("."), word.help());
        }
    }
}
