package gjdbg.examples.snapshots;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium that listens for DevTools. */
final class Chromium implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

    private final Process process;
    private final CompletableFuture<URI> address = new CompletableFuture<>();

    private Chromium(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().name("chromium's stderr").start(this::readErrors);
    }

    /** @param profile a folder for what it keeps */
    static Chromium start(Path profile) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        find().toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--no-first-run",
                        "--window-size=1280,900",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return new Chromium(builder.start());
    }

    private static Path find() {
        for (String folder : System.getenv("PATH").split(":")) {
            for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
                Path found = Path.of(folder, name);
                if (Files.isExecutable(found)) {
                    return found;
                }
            }
        }
        String hint = "no Chromium here, so the HTML report was not tested: apt-get install chromium";
        return System.getenv("CI") != null ? fail(hint) : abort(hint);
    }

    private void readErrors() {
        StringBuilder all = new StringBuilder();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                all.append(line).append('\n');
                Matcher matcher = LISTENING.matcher(line);
                if (matcher.find()) {
                    address.complete(URI.create(matcher.group(1)));
                }
            }
        } catch (IOException e) {
            all.append(e);
        }
        address.completeExceptionally(new IllegalStateException("Chromium ended:\n" + all));
    }

    DevTools connect() throws Exception {
        return DevTools.connect(address.get(60, TimeUnit.SECONDS));
    }

    @Override
    public void close() throws InterruptedException {
        try (Stream<ProcessHandle> children = process.descendants()) {
            children.forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly().waitFor();
    }
}
