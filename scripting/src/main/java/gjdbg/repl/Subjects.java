package gjdbg.repl;

import gjdbg.error.BadRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What {@code info} tells of: each gives the JavaScript for a pattern, which may be empty. */
final class Subjects {
    private static final Map<String, Function<String, String>> TABLE = new LinkedHashMap<>();

    static {
        TABLE.put(
                "breakpoints",
                pattern -> "console.log(target.breakpoints.join('\\n') || 'no breakpoints; b main.main sets one')");
        TABLE.put(
                "functions",
                pattern -> "for (const f of target.symbols.functions(" + Text.pattern(pattern)
                        + ")) console.log(`0x${f.address.toString(16)}  ${f.name}  ${f.file}:${f.line}`)");
        TABLE.put(
                "types",
                pattern -> "for (const t of target.types.find(" + (pattern.isEmpty() ? "/./" : Text.pattern(pattern))
                        + ")) console.log(t.name)");
        TABLE.put("variables", pattern -> "prompt.variables(" + Text.pattern(pattern) + ")");
        TABLE.put(
                "files",
                pattern -> "console.log(target.symbols.files(" + Text.pattern(pattern) + ").sort().join('\\n'))");
        TABLE.put(
                "sharedlibrary",
                pattern -> "console.log(target.libraries.map(l => `0x${l.base.toString(16)}  ${l.path}`).join('\\n')"
                        + " || 'no shared libraries')");
        TABLE.put("target", pattern -> "console.log(`${target}\\n${target.stop}`)");
        TABLE.put(
                "symbol",
                address -> "console.log(target.symbols.at("
                        + Text.quoted(Text.required(address, "an address is wanted, as in: info symbol 0x45f3a0"))
                        + "))");
        TABLE.put(
                "type",
                name -> "console.log(target.types.get("
                        + Text.quoted(Text.required(name, "a type's name is wanted, as in: info type main.Account"))
                        + "))");
        TABLE.put(
                "memory",
                pattern -> "for (const r of target.memory.regions) console.log(`0x${r.start.toString(16)}-"
                        + "0x${r.end.toString(16)} ${r.readable ? 'r' : '-'}${r.writable ? 'w' : '-'}${r.executable ? 'x' : '-'} ${r.path}`)");
    }

    /** Those that are words too. */
    private static final List<String> WORDS = List.of("goroutines", "threads", "registers", "locals", "args", "frame");

    private static final Map<String, String> OTHER_NAMES = Map.of(
            "sources",
            "files",
            "break",
            "breakpoints",
            "b",
            "breakpoints",
            "libraries",
            "sharedlibrary",
            "program",
            "target",
            "proc",
            "memory",
            "vars",
            "variables");

    private Subjects() {}

    static List<String> names() {
        List<String> names = new java.util.ArrayList<>(TABLE.keySet());
        names.addAll(WORDS);
        return names;
    }

    static String javaScript(String rest, Here here) {
        String[] parts = rest.strip().split("\\s+", 2);
        String pattern = parts.length > 1 ? parts[1] : "";
        String subject = OTHER_NAMES.getOrDefault(parts[0], parts[0]);
        List<String> meant = names().stream()
                .filter(each -> each.equals(subject) || !subject.isEmpty() && each.startsWith(subject))
                .toList();
        String found = meant.contains(subject) ? subject : meant.size() == 1 ? meant.getFirst() : "";
        if (found.isEmpty()) {
            throw new BadRequest((subject.isEmpty() ? "a subject is wanted" : "info tells nothing of '" + subject + "'")
                    + "; it tells of " + String.join(", ", meant.isEmpty() ? names() : meant));
        }
        return WORDS.contains(found)
                ? Words.find(found).orElseThrow().javaScript(pattern, here)
                : TABLE.get(found).apply(pattern);
    }
}
