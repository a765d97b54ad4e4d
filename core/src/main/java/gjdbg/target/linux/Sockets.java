package gjdbg.target.linux;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What proc(5) tells of a process's sockets: /proc/PID/fd and /proc/PID/net. */
public final class Sockets {
    /** TCP_LISTEN (net/tcp_states.h). */
    private static final String LISTEN = "0A";

    private Sockets() {}

    /**
     * One end of a connection, or a socket that listens.
     *
     * @param protocol {@code tcp}, {@code tcp6}, {@code udp} or {@code udp6}
     * @param local as in {@code 127.0.0.1:80}
     * @param peer empty for one that has none
     */
    public record Socket(String protocol, String local, Optional<String> peer) {}

    /** Empty where the descriptor is no socket of these kinds, or can't be looked at. */
    public static Optional<Socket> of(int pid, int descriptor) {
        try {
            Path folder = Path.of("/proc", Integer.toString(pid));
            String link =
                    Files.readSymbolicLink(folder.resolve("fd/" + descriptor)).toString();
            if (!link.startsWith("socket:[")) {
                return Optional.empty();
            }
            String inode = link.substring("socket:[".length(), link.length() - 1);
            for (String protocol : new String[] {"tcp", "tcp6", "udp", "udp6"}) {
                Optional<Socket> found = find(folder.resolve("net/" + protocol), protocol, inode);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Socket> find(Path table, String protocol, String inode) throws IOException {
        if (!Files.exists(table)) {
            return Optional.empty();
        }
        for (String line : Files.readAllLines(table, StandardCharsets.US_ASCII)) {
            String[] words = line.trim().split("\\s+");
            if (words.length > 9 && words[9].equals(inode)) {
                boolean alone = words[3].equals(LISTEN) || words[2].endsWith(":0000");
                return Optional.of(new Socket(
                        protocol, address(words[1]), alone ? Optional.empty() : Optional.of(address(words[2]))));
            }
        }
        return Optional.empty();
    }

    /** {@code 0100007F:0050} is 127.0.0.1:80: words of four bytes, each in the processor's order. */
    private static String address(String text) {
        String[] parts = text.split(":");
        byte[] bytes = new byte[parts[0].length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i / 4 * 4 + 3 - i % 4] = (byte) Integer.parseInt(parts[0].substring(2 * i, 2 * i + 2), 16);
        }
        try {
            String host = InetAddress.getByAddress(bytes).getHostAddress();
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + Integer.parseInt(parts[1], 16);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
