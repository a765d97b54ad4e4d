package gjdbg.symbol;

/** How Go's tools show the linker's function names. */
final class PrintedNames {
    private PrintedNames() {}

    /** Type arguments become {@code [...]}, as runtime.CallersFrames does it (runtime/symtab.go, funcNameForPrint). */
    static String forPrint(String name) {
        int open = name.indexOf('[');
        int close = name.lastIndexOf(']');
        return open < 0 || close <= open ? name : name.substring(0, open) + "[...]" + name.substring(close + 1);
    }

    /** Without the directories of the import path: {@code v2/json.Marshal} of {@code example.com/v2/json.Marshal} is json.Marshal. */
    static String withoutDirectories(String name) {
        int brackets = name.indexOf('[');
        int slash = name.lastIndexOf('/', brackets < 0 ? name.length() : brackets);
        return name.substring(slash + 1);
    }

    /** Without the package: {@code (*Server).Handle}. */
    static String withoutPackage(String name) {
        String last = withoutDirectories(name);
        return last.substring(last.indexOf('.') + 1);
    }

    /** The last part: {@code Handle}. */
    static String base(String name) {
        String local = withoutPackage(forPrint(name).replace("[...]", ""));
        return local.substring(local.lastIndexOf('.') + 1);
    }
}
