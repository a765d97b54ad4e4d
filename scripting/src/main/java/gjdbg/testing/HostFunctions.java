package gjdbg.testing;

import gjdbg.script.bind.Display;
import gjdbg.script.bind.ScriptStack;
import gjdbg.session.LiveSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyObject;

/** What the module gjdbg/test asks of Java while a test runs. */
final class HostFunctions {
    /** Lines of source before and after the one that counts. */
    private static final int AROUND = 3;

    private static final int MOST_OUTPUT = 16 << 20;

    private final Job job;
    private final Optional<LiveSession> session;
    private final Map<Path, List<String>> sources = new HashMap<>();

    HostFunctions(Job job, Optional<LiveSession> session) {
        this.job = job;
        this.session = session;
    }

    void offerTo(Bridge bridge) {
        bridge.offer("stdout", none -> output(job.stdout()))
                .offer("stderr", none -> output(job.stderr()))
                .offer("source", arguments -> source(arguments[0].asString(), arguments[1].asInt()))
                .offer("stackOf", arguments -> stackOf(arguments[0]))
                .offer("isReady", none -> session.isPresent() && TestRun.isReady(session.get()))
                .offer("isOpaque", arguments -> Display.isObject(arguments[0]))
                .offer("hasTarget", none -> session.isPresent())
                .offer("keepsArtifacts", none -> job.artifacts().isPresent())
                .offer("keepCore", none -> {
                    Artifacts.keepCore(job.artifacts().orElseThrow(), session.orElseThrow());
                    return null;
                })
                .offer("keepSnapshot", arguments -> {
                    Artifacts.keepSnapshot(job.artifacts().orElseThrow(), arguments[0].asString());
                    return null;
                });
    }

    static String output(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** The frames of the script below an error, those beyond calls of gjdbg's own too. */
    private static String stackOf(Value thrown) {
        Value stack = thrown.hasMembers() ? thrown.getMember("stack") : null;
        if (stack != null && stack.isString()) {
            return stack.asString();
        }
        try {
            throw thrown.throwException();
        } catch (PolyglotException e) {
            return ScriptStack.of(e);
        } catch (UnsupportedOperationException e) {
            // a string or number that was thrown carries no stack
            return "";
        }
    }

    @SuppressWarnings("unchecked")
    private Object source(String file, int line) {
        Optional<Map<String, Object>> code = code(file, line);
        code.ifPresent(members -> members.put("lines", ProxyArray.fromList((List<Object>) members.get("lines"))));
        return code.map(ProxyObject::fromMap).orElse(null);
    }

    /** {@code { first, line, lines }}: the line with some around it, if the file can be read. */
    Optional<Map<String, Object>> code(String file, int line) {
        List<String> lines = sources.computeIfAbsent(Path.of(file), HostFunctions::lines);
        if (line < 1 || line > lines.size()) {
            return Optional.empty();
        }
        int first = Math.max(1, line - AROUND);
        int last = Math.min(lines.size(), line + AROUND);
        return Optional.of(new HashMap<>(Map.of(
                "first",
                (double) first,
                "line",
                (double) line,
                "lines",
                new ArrayList<>(lines.subList(first - 1, last)))));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
