package gjdbg.examples.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The prompt as a person has it, on a real pseudo-terminal. */
class PromptTest {
    private static final Path GJDBG =
            Path.of("../scripting/target/dist/gjdbg/bin/gjdbg").toAbsolutePath().normalize();
    private static final int WIDTH = 180;

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>(Map.of("TERM", "xterm-256color"));

    @Test
    void words_stop_step_show_and_the_source_is_there_with_the_line_marked() throws IOException {
        try (Person person = atThePrompt("bank")) {
            person.enters("b main.transfer if amount > 1000").sees("breakpoint 1 at main.transfer");
            person.enters("c")
                    .sees("=> 23  func transfer(from, to *Account, amount int) error {")
                    .seesThePrompt();
            person.enters("p amount").seesAtTheEnd("gjdbg>").sees("1200");
            person.enters("n").sees("=> 24      if from.balance < amount {").seesThePrompt();
            person.enters("").sees("=> 27      from.balance -= amount").seesThePrompt();
            person.enters("bt")
                    .sees("* 0  main.transfer at")
                    .sees("  1  main.settle at")
                    .seesThePrompt();
            person.enters("bt full 2")
                    .sees("* 0  main.transfer at")
                    .sees("      amount = 1200")
                    .sees("  1  main.settle at")
                    .seesThePrompt();
            person.enters(".js b main.transfer if amount > 1000")
                    .sees("target.breakpoint('main.transfer', { when: 'amount > 1000' })");
            person.enters("const n = frame.args.amount * 2").seesThePrompt();
            person.enters("n + 1").sees("2401");
            leaves(person);
        }
    }

    @Test
    void tab_completes_functions_files_variables_fields_members_and_words() throws IOException {
        try (Person person = atThePrompt("bank")) {
            person.types("b main.tr" + Person.TAB).seesAtTheEnd("gjdbg> b main.transfer");
            person.enters("").sees("breakpoint 1 at main.transfer").seesThePrompt();
            person.enters("c").sees("=> 23").seesThePrompt();
            person.types("p from.b" + Person.TAB).seesAtTheEnd("gjdbg> p from.balance");
            person.enters("").seesAtTheEnd("gjdbg>").sees("5000");
            person.types("p am" + Person.TAB).seesAtTheEnd("gjdbg> p amount");
            person.enters("").seesThePrompt().sees("250");
            person.types("frame.args.fr" + Person.TAB).seesAtTheEnd("gjdbg> frame.args.from");
            person.enters("").seesThePrompt();
            person.types("target.libr" + Person.TAB).seesAtTheEnd("gjdbg> target.libraries");
            person.pressesCtrl('C').seesThePrompt();
            person.types("l main.go:2" + Person.TAB)
                    .sees("main.go:24")
                    .pressesCtrl('C')
                    .seesThePrompt();
            person.types("disas" + Person.TAB)
                    .sees("disassemble")
                    .pressesCtrl('C')
                    .seesThePrompt();
            person.types("frame.eval('fr" + Person.TAB).seesAtTheEnd("gjdbg> frame.eval('from");
            person.pressesCtrl('C').seesThePrompt();
            leaves(person);
        }
    }

    @Test
    void the_history_outlives_the_session_is_searched_by_ctrl_R_and_is_its_owners_alone() throws IOException {
        try (Person person = atThePrompt("bank")) {
            person.enters("'first ' + 'line'").sees("first line").seesThePrompt();
            person.enters("6 * 7").sees("42").seesThePrompt();
            leaves(person);
        }
        Path history = folder.resolve("state/gjdbg/history");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(history)));
        try (Person person = atThePrompt("bank")) {
            person.types(Person.UP).seesAtTheEnd("gjdbg> 6 * 7");
            person.types(Person.UP).seesAtTheEnd("gjdbg> 'first ' + 'line'");
            person.pressesCtrl('C').seesThePrompt();
            person.pressesCtrl('R').types("first").sees("'first ' + 'line'");
            person.enters("").sees("first line").seesThePrompt();
            leaves(person);
        }
    }

    @Test
    void lines_that_go_on_are_read_on() throws IOException {
        try (Person person = atThePrompt("bank")) {
            person.enters("function twice(n) {").seesAtTheEnd("  …");
            person.enters("return 2 * n;").seesAtTheEnd("  …");
            person.enters("}").seesThePrompt();
            person.enters("twice(21)").sees("42").seesThePrompt();
            leaves(person);
        }
    }

    @Test
    void ctrl_C_stops_a_target_that_runs_and_it_goes_on_after_that_as_if_nothing_was() throws IOException {
        try (Person person = atThePrompt("longrun", "-seconds", "4")) {
            person.types("c" + Person.ENTER).sees("pid ");
            person.pressesCtrl('C').sees("interrupt at ").seesThePrompt();
            // the SIGINT that the terminal sends to both must not come later
            person.types("rubbish")
                    .seesAtTheEnd("gjdbg> rubbish")
                    .pressesCtrl('C')
                    .seesThePrompt();
            person.enters("c").sees("ticks true").sees("exit with status 7").seesThePrompt();
            leaves(person);
        }
    }

    @Test
    void ctrl_C_clears_the_line_and_ends_an_endless_script() throws IOException {
        try (Person person = atThePrompt("bank")) {
            person.types("rubbish")
                    .seesAtTheEnd("gjdbg> rubbish")
                    .pressesCtrl('C')
                    .seesThePrompt();
            person.enters("let turns = 0; for (;;) if (++turns === 10) console.error('begun')")
                    .waits("the beginning", lines -> lines.contains("begun"));
            person.pressesCtrl('C').sees("interrupted").seesThePrompt();
            person.enters("turns > 9").sees("true").seesThePrompt();
            leaves(person);
        }
    }

    @Test
    void colours_are_there_and_NO_COLOR_takes_them_away() throws IOException {
        String colour = "\u001b\\[[0-9;]*3[0-9](;[0-9;]*)?m";
        try (Person person = atThePrompt("bank")) {
            person.enters("nosuch").sees("ReferenceError").seesThePrompt();
            person.enters("const text = 'in colour'").seesThePrompt();
            leaves(person);
            assertTrue(person.raw().matches("(?s).*" + colour + ".*"), person.raw());
            assertTrue(person.raw().contains("\u001b[31mReferenceError"), person.raw());
        }
        environment.put("NO_COLOR", "1");
        try (Person person = atThePrompt("bank")) {
            person.enters("nosuch").sees("ReferenceError").seesThePrompt();
            person.enters("const text = 'in colour'").seesThePrompt();
            leaves(person);
            assertFalse(person.raw().matches("(?s).*" + colour + ".*"), person.raw());
        }
    }

    @Test
    void the_line_is_drawn_anew_when_the_terminal_is_resized() throws IOException {
        try (Person person = atThePrompt("bank")) {
            person.types("'a line that is longer than the terminal will be in a moment'")
                    .seesAtTheEnd("gjdbg> 'a line that is longer than the terminal will be in a moment'");
            person.resizes(40, 24);
            person.pressesCtrl('L');
            person.waits(
                    "the line in two",
                    lines -> lines.size() == 2
                            && lines.get(0).equals("gjdbg> 'a line that is longer than the t")
                            && lines.get(1).equals("erminal will be in a moment'"));
            person.enters("").sees("a line that is longer than the terminal").seesThePrompt();
            person.enters("l main.main").seesThePrompt();
            leaves(person);
        }
    }

    @Test
    void a_target_that_prints_all_the_time_does_not_tear_the_prompt() throws IOException {
        try (Person person = atThePrompt("chatter")) {
            person.types("c" + Person.ENTER).sees("tock");
            for (int i = 0; i < 3; i++) {
                person.pressesCtrl('C').sees("interrupt at ").seesThePrompt();
                person.types("1 + ").seesAtTheEnd("gjdbg> 1 +");
                person.enters("41").sees("42").seesThePrompt();
                person.pressesCtrl('L').waits("a clear screen", lines -> lines.equals(List.of("gjdbg>")));
                person.types("c" + Person.ENTER).sees("tock");
            }
            person.pressesCtrl('C').seesThePrompt();
            leaves(person);
        }
    }

    @Test
    void a_script_error_is_one_line_that_teaches() throws IOException {
        try (Person person = atThePrompt("bank")) {
            person.enters("b main.trasfer").sees("no function 'main.trasfer'; did you mean main.transfer?");
            person.enters("brek main.main").sees("did you mean the word break?");
            person.enters("b main.transfer").sees("breakpoint 1").seesThePrompt();
            person.enters("c").sees("=> 23").seesThePrompt();
            person.enters("amount").sees("the program's variable is frame.eval('amount'), or: p amount");
            person.enters("p amoun").sees("did you mean amount?");
            person.enters("frame.locas.x").sees("TypeError");
            leaves(person);
        }
    }

    @Test
    void the_targets_end_is_shown_and_what_needs_a_target_says_that_it_has_ended() throws IOException {
        try (Person person = atThePrompt("bank")) {
            person.enters("c")
                    .sees("done 4 refused 1")
                    .sees("exit with status 0")
                    .seesThePrompt();
            person.enters("bt").sees("there is no frame: the program has ended (exit with status 0)");
            person.enters("c").sees("has exited with status 0").seesThePrompt();
            person.enters("1 + 1").seesThePrompt();
            leaves(person);
        }
    }

    @Test
    void the_target_reads_the_terminal_and_the_terminal_has_its_modes_back() throws IOException {
        // in a shell, which asks the terminal for its modes before and after
        List<String> shell = List.of("sh", "-c", "stty -a > before; \"$@\"; stty -a > after", "sh");
        List<String> command = new ArrayList<>(shell);
        command.addAll(command("asks"));
        try (Person person = new Person(command, environment(), folder, WIDTH, 40)) {
            person.seesThePrompt().types("c" + Person.ENTER).sees("your name?");
            person.enters("Ann").sees("hello Ann").sees("exit with status 0").seesThePrompt();
            leaves(person);
        }
        assertEquals(Files.readString(folder.resolve("before")), Files.readString(folder.resolve("after")));
    }

    /** SIGINT would be delivered before SIGTERM, and the status would be 130. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0004", ".quit\r", "detach\rq\r"})
    void a_process_that_was_attached_and_shares_the_terminal_is_not_hurt_by_ctrl_C(String leaving) throws IOException {
        String script = "trap : INT; env --default-signal=INT \"$@\" & \"$GJDBG\" repl --pid $!;"
                + " kill -TERM $!; wait $!; echo its status is $?";
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        command.addAll(List.of(Fixtures.go("longrun", "1.26", Mode.NOOPT).path().toString(), "-seconds", "300"));
        environment.put("GJDBG", GJDBG.toString());
        try (Person person = new Person(command, environment(), folder, WIDTH, 40)) {
            person.seesThePrompt();
            person.types("rubbish")
                    .seesAtTheEnd("gjdbg> rubbish")
                    .pressesCtrl('C')
                    .seesThePrompt();
            person.enters("for (let n = 0; ; ) if (++n === 10) console.error('begun')")
                    .waits("the beginning", lines -> lines.contains("begun"));
            person.pressesCtrl('C').sees("interrupted").seesThePrompt();
            person.enters("target.hook('main.tick', { onEnter: () => console.error('it ticks') }); target.continue()")
                    .waits("that it runs", lines -> lines.contains("it ticks"));
            person.pressesCtrl('C').sees("interrupt at ").seesThePrompt();
            person.types(leaving).sees("its status is 143");
        }
    }

    private Person atThePrompt(String program, String... arguments) throws IOException {
        return new Person(command(program, arguments), environment(), folder, WIDTH, 40).seesThePrompt();
    }

    private Map<String, String> environment() {
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
        return environment;
    }

    private static List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(GJDBG.toString(), "repl"));
        command.add(Fixtures.go(program, "1.26", Mode.NOOPT).path().toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void leaves(Person person) {
        // between two prompts it would be the terminal's, not the editor's
        person.seesThePrompt().pressesCtrl('D');
        assertEquals(0, person.status());
    }
}
