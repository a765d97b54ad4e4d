package gjdbg.dwarf;

import gjdbg.bytes.Bytes;
import gjdbg.elf.ElfFile;
import gjdbg.elf.Section;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The debugging information of a program, and damaged copies of it. */
public final class DamagedSections {
    private static final List<String> NAMES = List.of(
            "info",
            "abbrev",
            "line",
            "str",
            "line_str",
            "ranges",
            "rnglists",
            "loc",
            "loclists",
            "addr",
            "str_offsets");

    private DamagedSections() {}

    /** @param most bytes of each section; of .debug_info whole units only */
    public static Map<String, byte[]> of(Path program, long most) {
        ElfFile elf = ElfFile.open(program);
        Map<String, byte[]> sections = new HashMap<>();
        for (String name : NAMES) {
            elf.section(".debug_" + name).map(Section::bytes).ifPresent(bytes -> {
                long size = name.equals("info") ? wholeUnits(elf, most) : Math.min(bytes.size(), most);
                sections.put(name, bytes.array(0, size));
            });
        }
        return sections;
    }

    private static long wholeUnits(ElfFile elf, long most) {
        long size = 0;
        for (Unit unit : Dwarf.of(elf).orElseThrow().units()) {
            size = unit.end() <= most ? unit.end() : size;
        }
        return size;
    }

    /** @param unit one in .debug_info where most of the damage is to be */
    public static Map<String, byte[]> damaged(Map<String, byte[]> original, Optional<Unit> unit, Random random) {
        Map<String, byte[]> damaged = new HashMap<>(original);
        List<String> names = original.keySet().stream().sorted().toList();
        for (int i = 0; i <= random.nextInt(3); i++) {
            String name = unit.isPresent() && random.nextInt(3) > 0 ? "info" : names.get(random.nextInt(names.size()));
            byte[] bytes = damaged.get(name).clone();
            boolean within = name.equals("info") && unit.isPresent() && random.nextInt(8) > 0;
            int from = within ? (int) unit.get().root().offset() : 0;
            int to = within ? (int) Math.min(unit.get().end(), bytes.length) : bytes.length;
            for (int change = 0; to > from && change <= random.nextInt(6); change++) {
                int most = random.nextBoolean() ? Math.min(64, to - from) : to - from;
                int at = from + random.nextInt(within ? to - from : most);
                bytes[at] = (byte) (random.nextInt(4) == 0 ? 0xff : random.nextInt(256));
            }
            boolean cut = random.nextInt(8) == 0;
            damaged.put(name, cut ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes);
        }
        return damaged;
    }

    public static Dwarf dwarf(Map<String, byte[]> sections) {
        return Dwarf.of(
                new Sections(name -> Bytes.of("mutated", ".debug_" + name, sections.getOrDefault(name, new byte[0]))));
    }
}
