package gjdbg.target.amd64;

import gjdbg.target.Address;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The objdump of binutils, run as a process. */
final class ObjdumpProcess {
    private ObjdumpProcess() {}

    /** Empty when objdump can't be run. */
    static Optional<List<DisassembledInstruction>> disassemble(byte[] code, Address pc) {
        // A thread that traces would reap the child itself, and take its end for a tracee's.
        return CompletableFuture.supplyAsync(
                        () -> run(code, pc),
                        task -> Thread.ofPlatform().daemon().name("objdump").start(task))
                .join();
    }

    private static Optional<List<DisassembledInstruction>> run(byte[] code, Address pc) {
        Path file = null;
        try {
            file = Files.createTempFile("gjdbg", ".code");
            Files.write(file, code);
            Process process = new ProcessBuilder(
                            "objdump",
                            "-D",
                            "-w",
                            "-z",
                            "-b",
                            "binary",
                            "-m",
                            "i386:x86-64",
                            "-M",
                            "intel",
                            "--adjust-vma=" + pc,
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            List<DisassembledInstruction> lines = new ArrayList<>();
            try (BufferedReader output = process.inputReader()) {
                for (String row = output.readLine(); row != null; row = output.readLine()) {
                    line(row).ifPresent(lines::add);
                }
            } finally {
                process.destroy();
            }
            return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
        } catch (IOException e) {
            return Optional.empty();
        } finally {
            delete(file);
        }
    }

    /** Address, bytes and text, each behind a tab. */
    private static Optional<DisassembledInstruction> line(String row) {
        String[] parts = row.split("\t", 3);
        if (parts.length < 3 || !parts[0].endsWith(":")) {
            return Optional.empty();
        }
        String address = parts[0].substring(0, parts[0].length() - 1).trim();
        String text = parts[2].trim();
        int mnemonicEnd = text.indexOf(' ');
        return Optional.of(new DisassembledInstruction(
                new Address(Long.parseUnsignedLong(address, 16)),
                HexFormat.of().parseHex(parts[1].replace(" ", "")),
                mnemonicEnd < 0
                        ? text
                        : text.substring(0, mnemonicEnd) + " "
                                + text.substring(mnemonicEnd).trim()));
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // a file of a few bytes is left in the folder for temporary files
        }
    }
}
