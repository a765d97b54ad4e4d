package gjdbg.type;

/** Paths of Go's packages: {@code gopkg.in/yaml.v3}. The linker's names have dots in the last part escaped. */
public final class PackagePaths {
    private PackagePaths() {}

    public static String escaped(String path) {
        int last = path.lastIndexOf('/') + 1;
        return path.substring(0, last) + path.substring(last).replace(".", "%2e");
    }

    static String plain(String escaped) {
        return escaped.replace("%2e", ".");
    }

    static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
