package gjdbg.repl;

import gjdbg.error.BadRequest;
import gjdbg.repl.Word.Argument;
import java.util.List;

/** The words that let the target run, and that say where it stops. */
final class RunningWords {
    private RunningWords() {}

    static List<Word> words() {
        return List.of(
                new Word(
                        List.of("break", "b"),
                        "WHERE [if EXPRESSION]",
                        "Stops at a function, file.go:42, a line of this file, an address or /functions that match/.",
                        "b main.work if n > 3",
                        Argument.PLACE,
                        false,
                        (rest, here) -> breakpoint("break", rest)),
                new Word(
                        List.of("tbreak", "tb"),
                        "WHERE [if EXPRESSION]",
                        "The same, for one stop.",
                        "tb main.main",
                        Argument.PLACE,
                        false,
                        (rest, here) -> "prompt.once(" + breakpoint("tbreak", rest) + ")"),
                Word.plain("continue c", "Lets the target run to its next stop.", "target.continue()"),
                step("next n", "To the next line, over calls.", "next"),
                step("step s", "To the next line, into calls.", "step"),
                step("stepout so finish fin", "To the caller.", "stepOut"),
                Word.plain("stepi si", "One instruction of the thread.", "thread.stepInstruction()")
                        .repeating(),
                new Word(
                        List.of("until"),
                        "WHERE",
                        "Runs to that place.",
                        "until 42",
                        Argument.PLACE,
                        false,
                        (rest, here) -> "prompt.once(" + breakpoint("until", rest) + "); target.continue()"),
                breakpoints(
                        "delete d clear",
                        "Removes a breakpoint, or all of them.",
                        "target.breakpoints.forEach(b => b.remove())",
                        "prompt.breakpoint(%s).remove()"),
                Word.plain("clearall", "Removes all breakpoints.", "target.breakpoints.forEach(b => b.remove())"),
                breakpoints(
                        "enable",
                        "Lets a breakpoint stop again, or all of them.",
                        "target.breakpoints.forEach(b => { b.enabled = true; })",
                        "prompt.breakpoint(%s).enabled = true; prompt.breakpoint(%1$s)"),
                breakpoints(
                        "disable",
                        "Keeps a breakpoint from stopping, or all of them.",
                        "target.breakpoints.forEach(b => { b.enabled = false; })",
                        "prompt.breakpoint(%s).enabled = false; prompt.breakpoint(%1$s)"),
                Word.plain("kill k", "Kills the target.", "target.kill()"),
                Word.plain(
                        "detach",
                        "Takes every breakpoint out and lets the target run on by itself.",
                        "target.detach()"),
                Word.plain("quit q exit", "Leaves, as Ctrl-D does.", "gjdbg.exit()"));
    }

    private static Word step(String names, String help, String method) {
        List<String> all = List.of(names.split(" "));
        return new Word(
                all,
                "",
                help,
                all.get(1),
                Argument.NONE,
                true,
                (rest, here) -> (here.inGoroutine() ? "goroutine." : "thread.") + method + "()");
    }

    private static Word breakpoints(String names, String help, String all, String one) {
        List<String> each = List.of(names.split(" "));
        return new Word(
                each,
                "[NUMBER]",
                help,
                each.getFirst() + " 1",
                Argument.BREAKPOINT,
                false,
                (rest, here) -> rest.isEmpty() ? all : one.formatted(number(each.getFirst(), rest)));
    }

    private static String number(String word, String rest) {
        if (!rest.matches("[0-9]{1,9}")) {
            throw new BadRequest(
                    "'" + rest + "' is no breakpoint's number, as in: " + word + " 1; info breakpoints lists them");
        }
        return rest;
    }

    private static String breakpoint(String word, String rest) {
        int at = (" " + rest + " ").indexOf(" if ");
        String where = at < 0 ? rest : rest.substring(0, Math.max(0, at - 1)).strip();
        String condition =
                at < 0 ? "" : rest.substring(Math.min(rest.length(), at + 2)).strip();
        if (where.isEmpty() || at >= 0 && condition.isEmpty()) {
            throw new BadRequest("a place is wanted, as in: " + word + " main.work, " + word + " file.go:42, " + word
                    + " 42 if n > 3");
        }
        return "target.breakpoint(" + Text.where(where)
                + (condition.isEmpty() ? "" : ", { when: " + Text.quoted(condition) + " }") + ")";
    }
}
