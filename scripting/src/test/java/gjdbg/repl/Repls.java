package gjdbg.repl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command as users start it, with the classes of this build. */
final class Repls {
    private Repls() {}

    static List<String> gjdbg() {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xss4m",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dpolyglot.engine.WarnInterpreterOnly=false",
                "-cp",
                System.getProperty("java.class.path"),
                "gjdbg.cli.Main"));
    }
}
