package gjdbg.script;

import java.nio.file.Path;
import java.util.List;

/**
 * What a script may reach besides the target.
 *
 * @param read folders that it may read files of, and import modules from
 * @param write folders that it may write files into
 * @param environment whether it sees gjdbg's environment variables
 */
public record Grants(List<Path> read, List<Path> write, boolean environment) {
    public static final Grants NONE = new Grants(List.of(), List.of(), false);

    public Grants {
        read = List.copyOf(read);
        write = List.copyOf(write);
    }
}
