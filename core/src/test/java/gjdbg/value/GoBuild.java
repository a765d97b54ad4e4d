package gjdbg.value;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Builds a Go program of the test resources for one release and mode; kept for the next run. */
final class GoBuild {
    private GoBuild() {}

    static Path build(String program, String toolchain, String mode) throws IOException, InterruptedException {
        Path directory = Path.of("target", "go", program, toolchain, mode).toAbsolutePath();
        Files.createDirectories(directory);
        Path source = directory.resolve("main.go");
        try (InputStream in = GoBuild.class.getResourceAsStream("/" + program + "/main.go")) {
            byte[] bytes = in.readAllBytes();
            Path binary = directory.resolve("program");
            if (Files.exists(binary) && Files.exists(source) && Arrays.equals(bytes, Files.readAllBytes(source))) {
                return binary;
            }
            Files.write(source, bytes);
        }
        Files.writeString(directory.resolve("go.mod"), "module " + program + "\n\ngo 1.17\n");
        List<String> command = new ArrayList<>(List.of("go", "build", "-o", "made"));
        switch (mode) {
            case "noopt" -> command.add("-gcflags=all=-N -l");
            case "opt" -> {}
            case "pie" -> command.addAll(List.of("-buildmode=pie", "-gcflags=all=-N -l"));
            case "cgo" -> command.addAll(List.of("-ldflags=-linkmode=external", "-gcflags=all=-N -l"));
            default -> command.add("-ldflags=-w");
        }
        command.add(".");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("GOTOOLCHAIN", toolchain);
        builder.environment().put("GOFLAGS", "-mod=mod");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("go build failed: " + output);
        }
        return Files.move(directory.resolve("made"), directory.resolve("program"), StandardCopyOption.REPLACE_EXISTING);
    }
}
