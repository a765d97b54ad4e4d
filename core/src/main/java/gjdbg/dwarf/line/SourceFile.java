package gjdbg.dwarf.line;

/**
 * A source file, as a line program names it.
 *
 * @param path with the directories that it is relative to before it; "" where the program does not say
 */
public record SourceFile(String path) {
    static final SourceFile UNKNOWN = new SourceFile("");

    /** Whether the path is this one or ends with it after a slash. */
    public boolean matches(String end) {
        return path.endsWith(end)
                && (path.length() == end.length()
                        || end.startsWith("/")
                        || path.charAt(path.length() - end.length() - 1) == '/');
    }

    static String join(String directory, String name) {
        return name.startsWith("/") || directory.isEmpty()
                ? name
                : directory.endsWith("/") ? directory + name : directory + "/" + name;
    }
}
