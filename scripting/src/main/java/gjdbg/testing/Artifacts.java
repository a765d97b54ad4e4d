package gjdbg.testing;

import java.nio.file.Path;
import org.graalvm.polyglot.Value;

/** What is kept of a failure, in a folder of its own. */
final class Artifacts {
    private Artifacts() {}

    static void keepSnapshot(Path folder, Value snapshot) {}
}
