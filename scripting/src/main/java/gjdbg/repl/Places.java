package gjdbg.repl;

import gjdbg.session.Session;
import gjdbg.symbol.Function;
import gjdbg.symbol.LoadedModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Functions, and files with their lines, as breakpoints take them. */
final class Places {
    private static final int MOST = 2000;

    private final Session session;

    Places(Session session) {
        this.session = session;
    }

    List<String> startingWith(String begun) {
        int colon = begun.lastIndexOf(':');
        if (colon > 0 && begun.substring(colon + 1).matches("[0-9]*")) {
            return lines(begun.substring(0, colon));
        }
        TreeSet<String> found = new TreeSet<>();
        boolean bare = begun.indexOf('.') < 0 && begun.indexOf('/') < 0;
        for (LoadedModule module : session.program().modules()) {
            for (Function function : module.symbols().functions(name -> name.startsWith(begun))) {
                // of thousands of functions, first the packages
                found.add(bare ? throughPackage(function.name()) : function.name());
            }
            for (String file : module.symbols().files(path -> name(path).startsWith(begun))) {
                found.add(name(file) + ":");
            }
        }
        return found.stream().limit(MOST).toList();
    }

    private static String throughPackage(String function) {
        int dot = function.indexOf('.', function.lastIndexOf('/') + 1);
        return dot < 0 ? function : function.startsWith("main.") ? function : function.substring(0, dot + 1);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Those of the file that have code. */
    private List<String> lines(String name) {
        List<String> found = new ArrayList<>();
        for (LoadedModule module : session.program().modules()) {
            for (String file : module.symbols().files(path -> path.equals(name) || path.endsWith("/" + name))) {
                for (int line = 1; line <= length(file) && found.size() < MOST; line++) {
                    if (!module.symbols().addressesOf(file, line).isEmpty()) {
                        found.add(name + ":" + line);
                    }
                }
            }
        }
        return found;
    }

    private static long length(String file) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.count();
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }
}
