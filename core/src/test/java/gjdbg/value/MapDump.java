package gjdbg.value;

import gjdbg.target.Address;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the fixture "maps" wrote of its maps and channels: a headline for each, and lines of what is in it. */
record MapDump(List<Section> sections) {
    private static final int MOST_AS_TEXT = 50;

    /** @param headline its words: kind, name, and what the kind has */
    record Section(List<String> headline, List<String> lines) {
        String kind() {
            return headline.getFirst();
        }

        String name() {
            return headline.get(1);
        }

        boolean isNil() {
            return headline.get(2).equals("nil");
        }
    }

    static MapDump read(Path file) throws IOException {
        List<Section> sections = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("map ") || line.startsWith("chan ")) {
                sections.add(new Section(List.of(line.split(" ")), new ArrayList<>()));
            } else {
                sections.getLast().lines().add(line);
            }
        }
        return new MapDump(sections);
    }

    /** What a map was doing when the program wrote of it: plain, growing, or rebuilding at its own size. */
    String state(String map) {
        return sections.stream()
                .filter(section -> section.name().equals(map))
                .findFirst()
                .orElseThrow()
                .headline()
                .getLast();
    }

    /** The entries as the program writes them: hashes where there are many. */
    static List<String> lines(Reading.Mapping map) {
        List<String> lines = new ArrayList<>();
        map.entries().forEach(entry -> lines.add(CanonicalText.of(entry)));
        if (lines.size() > MOST_AS_TEXT) {
            lines.replaceAll(MapDump::hash);
        }
        lines.sort((a, b) -> compare(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));
        return lines;
    }

    private static int compare(byte[] a, byte[] b) {
        return java.util.Arrays.compareUnsigned(a, b);
    }

    /** FNV-1a of 64 bits. */
    private static String hash(String line) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : line.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ each & 0xff) * 0x100000001b3L;
        }
        return Long.toHexString(hash);
    }

    /** Of the runtime's struct behind a map or channel. */
    static Address address(Reading reading) {
        return switch (reading) {
            case Reading.Mapping map -> map.address();
            case Reading.Channel channel -> channel.address();
            default -> throw new AssertionError(reading);
        };
    }

    /** A map or channel, out of the interface that may hold it. */
    static Reading held(Value variable) {
        Reading reading = variable.read();
        return reading instanceof Reading.Interface held ? held.dynamic().read() : reading;
    }
}
