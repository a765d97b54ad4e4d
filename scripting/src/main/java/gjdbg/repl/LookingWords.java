package gjdbg.repl;

import gjdbg.error.BadRequest;
import gjdbg.repl.Word.Argument;
import java.util.List;

/** The words that show what is there, and that choose what is looked at. */
final class LookingWords {
    private LookingWords() {}

    static List<Word> words() {
        return List.of(
                new Word(
                        List.of("backtrace", "bt", "where", "stack"),
                        "[full] [COUNT]",
                        "The stack of the goroutine or thread, innermost frame first; full with arguments and locals.",
                        "bt 10",
                        Argument.NONE,
                        false,
                        (rest, here) -> stack(rest)),
                new Word(
                        List.of("frame", "f"),
                        "[NUMBER]",
                        "Chooses a frame of the stack.",
                        "frame 2",
                        Argument.NONE,
                        false,
                        (rest, here) ->
                                (rest.isEmpty() ? "" : "prompt.depth = " + count(rest) + "; ") + "prompt.show()"),
                Word.plain("up", "Chooses the caller's frame.", "prompt.depth++; prompt.show()"),
                Word.plain("down", "Chooses the frame of what this one called.", "prompt.depth--; prompt.show()"),
                new Word(
                        List.of("print", "p"),
                        "EXPRESSION",
                        "Evaluates an expression in Go's syntax (C's in C) in the chosen frame.",
                        "p m[\"a\"].items[2:4]",
                        Argument.EXPRESSION,
                        false,
                        (rest, here) -> "console.log(frame.value("
                                + Text.quoted(Text.required(rest, "an expression is wanted, as in: p x.name")) + "))"),
                new Word(
                        List.of("set"),
                        "VARIABLE = EXPRESSION",
                        "Writes to a variable, a field or an element.",
                        "set x.count = 5",
                        Argument.EXPRESSION,
                        false,
                        (rest, here) -> set(rest)),
                new Word(
                        List.of("whatis", "ptype"),
                        "EXPRESSION",
                        "The type of a variable or expression, or a type by its name, with its fields.",
                        "whatis x.name",
                        Argument.EXPRESSION,
                        false,
                        (rest, here) -> "console.log(prompt.type("
                                + Text.quoted(Text.required(rest, "an expression is wanted, as in: whatis x.name"))
                                + "))"),
                Word.plain("locals", "The local variables of the chosen frame.", variables("locals")),
                Word.plain("args", "The arguments of the chosen frame.", variables("args")),
                Word.plain(
                        "goroutines grs",
                        "All goroutines but the runtime's own, the chosen one marked.",
                        "for (const g of target.goroutines) if (!g.system) console.log(`${g.id === goroutine?.id ? '*' : ' '} ${g}`)"),
                choice("goroutine gr", Argument.GOROUTINE, "Chooses a goroutine by its id."),
                Word.plain(
                        "threads",
                        "All threads, the chosen one marked.",
                        "for (const t of target.threads) console.log(`${t.id === thread?.id ? '*' : ' '} ${t}`)"),
                choice("thread tr", Argument.THREAD, "Chooses a thread by its id."),
                new Word(
                        List.of("list", "l", "ls"),
                        "[WHERE]",
                        "The source around the chosen frame, a function or a line.",
                        "l main.work",
                        Argument.PLACE,
                        false,
                        (rest, here) -> rest.isEmpty()
                                ? "console.log(prompt.source(frame.file, frame.line))"
                                : "console.log(prompt.list(" + Text.where(rest) + "))"),
                new Word(
                        List.of("x"),
                        "[/COUNT FORMAT SIZE] ADDRESS",
                        "Memory: x hexadecimal, d decimal, u unsigned, c characters, s string, i instructions; b h w g sizes.",
                        "x/8xg $rsp",
                        Argument.EXPRESSION,
                        false,
                        (rest, here) -> Examine.javaScript(rest)),
                new Word(
                        List.of("disassemble", "disass", "disas"),
                        "[WHERE]",
                        "The instructions of the chosen frame's function, or of another.",
                        "disas main.work",
                        Argument.PLACE,
                        false,
                        (rest, here) -> "console.log(prompt.instructions(target.symbols.disassemble("
                                + (rest.isEmpty() ? "frame.function" : Text.where(rest)) + ")))"),
                Word.plain(
                        "registers regs",
                        "The registers of the chosen frame.",
                        "for (const [name, value] of frame.registers) console.log(`${name.padEnd(8)} 0x${value.toString(16)}`)"),
                new Word(
                        List.of("info", "i"),
                        "SUBJECT [PATTERN]",
                        "Tells of " + String.join(", ", Subjects.names()) + ".",
                        "info functions main.",
                        Argument.SUBJECT,
                        false,
                        (rest, here) -> Subjects.javaScript(rest, here)),
                about("breakpoints bp", "breakpoints", "The breakpoints, with their places and hits."),
                about("functions funcs", "functions", "The functions whose names have that part, or match /that/."),
                about("types", "types", "The types whose names have that part, or match /that/."),
                about("sources", "files", "The files of source whose names have that part, or match /that/."),
                about("libraries", "sharedlibrary", "The loaded shared libraries."),
                about(
                        "vars",
                        "variables",
                        "The package's or file's variables whose names have that part, or match /that/."),
                report("scheduler", "scheduler", "What the scheduler of Go's runtime is doing."),
                report("groups", "goroutines", "The goroutines, those that stand at the same place together."),
                report("deadlock", "deadlock", "Who waits for whom, and which goroutines can never go on."));
    }

    /** What info tells of, by itself. */
    private static Word about(String names, String subject, String help) {
        List<String> all = List.of(names.split(" "));
        return new Word(
                all,
                "[PATTERN]",
                help,
                all.getFirst() + " main.",
                Argument.NONE,
                false,
                (rest, here) -> Subjects.javaScript(subject + " " + rest, here));
    }

    private static Word report(String name, String script, String help) {
        return Word.plain(name, help, "import { report } from 'gjdbg/stdlib/" + script + "'; console.log(report())");
    }

    /** {@code full} may stand on either side of the count, as gdb has it and, with a hyphen, Delve. */
    private static String stack(String rest) {
        String most = rest.replaceFirst("^-?full\\b|\\s-?full$", "").strip();
        String options = (most.isEmpty() ? "" : "most: " + count(most))
                + (most.isEmpty() || most.equals(rest) ? "" : ", ")
                + (most.equals(rest) ? "" : "variables: true");
        return "console.log(prompt.stack(" + (options.isEmpty() ? "" : "{ " + options + " }") + "))";
    }

    private static String count(String rest) {
        if (!rest.matches("[0-9]{1,9}")) {
            throw new BadRequest("'" + rest + "' is no number; bt shows the numbers of the frames");
        }
        return rest;
    }

    static String variables(String members) {
        return "for (const name of Object.keys(frame." + members + ")) console.log(`${name} = "
                + "${gjdbg.format(frame.value(name))}`)";
    }

    private static Word choice(String names, Argument argument, String help) {
        List<String> all = List.of(names.split(" "));
        String name = all.getFirst();
        Word[] word = new Word[1];
        word[0] = new Word(
                all,
                "[ID]",
                help,
                name + " 1",
                argument,
                false,
                (rest, here) -> rest.isEmpty()
                        ? name
                        : name + " = prompt." + name + "(" + Text.number(word[0], rest) + "); prompt.show()");
        return word[0];
    }

    private static String set(String rest) {
        int sign = assignment(rest);
        if (sign <= 0 || rest.substring(sign + 1).isBlank()) {
            throw new BadRequest("a variable and its new value are wanted, as in: set x.count = 5");
        }
        String to = rest.substring(0, sign).strip();
        String value = rest.substring(sign + 1).strip();
        return "frame.set(" + Text.quoted(to) + ", "
                + (value.equals("nil") ? "null" : "frame.value(" + Text.quoted(value) + ")")
                + "); console.log(frame.value("
                + Text.quoted(to) + "))";
    }

    /** Where the = is that is no part of another operator, outside of brackets and text. */
    private static int assignment(String text) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\' && quote != '`') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'' || c == '`') {
                quote = c;
            } else if (c == '[' || c == '(') {
                depth++;
            } else if (c == ']' || c == ')') {
                depth--;
            } else if (c == '=' && depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
