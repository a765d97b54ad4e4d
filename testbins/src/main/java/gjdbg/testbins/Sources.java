package gjdbg.testbins;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The source files of one program, copied to a path that stays, for the binaries record it. */
record Sources(String program, Map<String, String> files, Path stable) {
    private static final String BASE = "/gjdbg/testbins/";

    /** @param more further files, by their names */
    static Sources ofGo(String program, Map<String, String> more) {
        Map<String, String> files = new TreeMap<>(more);
        files.put("go.mod", resource("go/" + program + "/go.mod"));
        for (String name : resource("go/" + program + "/files.txt").split("\\s+")) {
            files.put(name, resource("go/" + program + "/" + name));
        }
        return of(program, files);
    }

    static Sources ofC(String program) {
        return of(program, Map.of(program + ".c", resource("c/" + program + ".c")));
    }

    /** @param files texts by their names */
    static Sources of(String program, Map<String, String> files) {
        Path folder = Cache.root().resolve("src-" + program + "-" + digest(files.toString()));
        Path made = Cache.folder(
                folder,
                staging -> files.forEach((name, text) -> {
                    try {
                        Path file = staging.resolve(name);
                        Files.createDirectories(file.getParent());
                        Files.writeString(file, text);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
        return new Sources(program, files, made);
    }

    String digest() {
        return digest(files.toString());
    }

    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = Sources.class.getResourceAsStream(BASE + name)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no fixture source " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
