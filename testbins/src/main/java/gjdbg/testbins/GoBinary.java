package gjdbg.testbins;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Go program that was built.
 *
 * @param version as in {@code 1.22}
 * @param source its main.go, at the path that the binary records
 */
public record GoBinary(String program, Path path, String version, Mode mode, Path source) {
    /** Runs it to its end, without a debugger. */
    public Run run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(path.toString()));
        command.addAll(List.of(arguments));
        return Run.of(command, path.getParent(), List.of());
    }

    /** The number of the source line that contains the text, which has to be there once. */
    public int line(String text) {
        return SourceLines.find(source, text);
    }

    @Override
    public String toString() {
        return program + " " + version + " " + mode;
    }
}
