package gjdbg.script;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A script and where it comes from.
 *
 * @param name as its errors have it
 * @param folder that its imports count from
 */
public record ScriptSource(String name, String text, Path folder, URI uri) {
    /** Whether a file of that name can be a script. */
    public static boolean isScript(String name) {
        return name.endsWith(".js") || name.endsWith(".mjs");
    }

    /**
     * @param file as the command line has it
     * @throws IOException for which {@link #reason} has words
     */
    public static ScriptSource read(String file) throws IOException {
        Path path = Path.of(file);
        String text = Files.readString(path);
        Path real = path.toRealPath();
        return new ScriptSource(file, text, real.getParent(), real.toUri());
    }

    /** Why a file could not be read. */
    public static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied";
            case CharacterCodingException coding -> "it is not UTF-8 text";
            default -> e.getMessage();
        };
    }
}
