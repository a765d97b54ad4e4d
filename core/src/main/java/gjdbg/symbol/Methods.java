package gjdbg.symbol;

import gjdbg.gosym.PackagePaths;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** The methods of Go's types, by the names of their functions: {@code main.(*Server).Handle}, {@code main.Point.Area}. */
public final class Methods {
    private Methods() {}

    /**
     * The names of the type's method set, in alphabetical order: a pointer type has those of the type it points at too. Those
     * that the linker left out, or the compiler inlined everywhere, are not known.
     *
     * @param type its full name: {@code main.Point}, {@code *container/list.List}, {@code main.pair[string,int]}
     */
    public static List<String> of(String type, ModuleSymbols symbols) {
        boolean pointer = Objects.requireNonNull(type).startsWith("*");
        String named = type.substring(pointer ? 1 : 0);
        int bracket = named.indexOf('[');
        String name = bracket < 0 ? named : named.substring(0, bracket);
        int dot = PackagePaths.memberDot(name);
        if (dot <= 0) {
            return List.of();
        }
        String byPointer = name.substring(0, dot) + ".(*" + name.substring(dot + 1);
        TreeSet<String> methods = new TreeSet<>();
        for (Function function :
                symbols.functions(each -> each.startsWith(name) || pointer && each.startsWith(byPointer))) {
            String full = function.name();
            boolean star = full.startsWith(byPointer);
            String method = method(full.substring((star ? byPointer : name).length()), star);
            if (!method.isEmpty()) {
                methods.add(method);
            }
        }
        return List.copyOf(methods);
    }

    /** @param rest what follows the type's name: {@code ).Handle}, {@code .Area}, {@code [go.shape.int]).push} */
    private static String method(String rest, boolean star) {
        int at = 0;
        if (rest.startsWith("[")) {
            int depth = 0;
            do {
                depth += rest.charAt(at) == '[' ? 1 : rest.charAt(at) == ']' ? -1 : 0;
                at++;
            } while (depth > 0 && at < rest.length());
        }
        String start = star ? ")." : ".";
        String method = rest.startsWith(start, at) ? rest.substring(at + start.length()) : "";
        // What is declared within a method, and the wrapper of a method value, are functions too.
        return method.indexOf('.') >= 0 || method.indexOf('-') >= 0 || method.indexOf('·') >= 0 ? "" : method;
    }
}
