package gjdbg.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.error.BadRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files written and read through gjdbg.fs. */
class GrantedFilesTest {
    @TempDir
    Path folder;

    private GrantedFiles files;

    @BeforeEach
    void grant() {
        files = new GrantedFiles(new Grants(List.of(folder), List.of(folder), false));
    }

    @Test
    void a_file_that_is_written_again_keeps_its_mode() throws IOException {
        Path script = Files.writeString(folder.resolve("run.sh"), "old");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x---"));
        files.write(script.toString(), "new");
        assertEquals("new", files.read(script.toString()));
        assertEquals("rwxr-x---", PosixFilePermissions.toString(Files.getPosixFilePermissions(script)));
    }

    @Test
    void a_new_file_has_the_mode_of_any_new_file() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain"), "");
        files.write(folder.resolve("new").toString(), "");
        assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(folder.resolve("new")));
    }

    @Test
    void what_a_link_names_is_written_and_the_link_stays() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        files.write(link.toString(), "new");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(target));
    }

    @Test
    void pipes_devices_and_folders_are_not_replaced() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Path inner = Files.createDirectory(folder.resolve("inner"));
        assertEquals("cannot write " + pipe + ": it is no regular file", refused(pipe.toString()));
        assertEquals("cannot write " + inner + ": it is a folder", refused(inner.toString()));
        assertTrue(Files.exists(pipe) && !Files.isRegularFile(pipe));
    }

    @Test
    void a_write_that_fails_leaves_nothing_behind() throws IOException {
        String missing = folder.resolve("nowhere/file").toString();
        assertEquals("cannot write " + missing + ": no such file or folder", refused(missing));
        assertTrue(refused("a\0b").contains("is no path"));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void a_file_that_can_not_be_read_says_why() throws IOException {
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertEquals(
                "cannot read " + binary + ": it is not UTF-8 text",
                assertThrows(BadRequest.class, () -> files.read(binary.toString()))
                        .getMessage());
        String missing = folder.resolve("nothing").toString();
        assertEquals(
                "cannot read " + missing + ": no such file or folder",
                assertThrows(BadRequest.class, () -> files.read(missing)).getMessage());
    }

    private String refused(String path) {
        return assertThrows(BadRequest.class, () -> files.write(path, "text")).getMessage();
    }
}
