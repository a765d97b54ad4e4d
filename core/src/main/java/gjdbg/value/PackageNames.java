package gjdbg.value;

/** The packages in Go's full names: {@code net/http.(*Server).Serve} is of {@code net/http}. */
final class PackageNames {
    private PackageNames() {}

    /** "" where the name has none; up to the first dot of the last part, which may be the path's own. */
    static String of(String fullName) {
        // type arguments have slashes and dots of their own
        int arguments = fullName.indexOf('[');
        String name = arguments < 0 ? fullName : fullName.substring(0, arguments);
        int dot = name.indexOf('.', name.lastIndexOf('/') + 1);
        return dot < 0 ? "" : fullName.substring(0, dot);
    }
}
