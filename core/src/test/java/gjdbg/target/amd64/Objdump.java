package gjdbg.target.amd64;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.function.Consumer;

/** What objdump says of a binary's code, in AT&amp;T syntax. */
final class Objdump {
    private Objdump() {}

    /** @param text mnemonic and operands, prefixes included */
    record Line(long address, byte[] bytes, String text) {}

    /** Hands over each disassembled instruction, up to a count. */
    static void disassemble(Path binary, int most, Consumer<Line> to) throws IOException {
        run(most, to, "objdump", "-d", "-w", "-z", "--section=.text", binary.toString());
    }

    private static void run(int most, Consumer<Line> to, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int count = 0;
            for (String row = reader.readLine(); row != null && count < most; row = reader.readLine()) {
                int first = row.indexOf(":\t");
                int second = first < 0 ? -1 : row.indexOf('\t', first + 2);
                if (second < 0) {
                    continue;
                }
                String hex = row.substring(first + 2, second).replace(" ", "");
                to.accept(new Line(
                        Long.parseUnsignedLong(row.substring(0, first).trim(), 16),
                        HexFormat.of().parseHex(hex),
                        row.substring(second + 1).trim()));
                count++;
            }
        } finally {
            process.destroy();
        }
    }
}
