package gjdbg.dwarf;

import gjdbg.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/** Writes sections of debugging information by hand: one unit of DWARF 5 with a root entry of code 1. */
final class DwarfBuilder {
    /** Little-endian bytes that grow. */
    static final class Section {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Section u8(int... values) {
            for (int value : values) {
                bytes.write(value);
            }
            return this;
        }

        Section u16(int value) {
            return u8(value & 0xff, value >> 8 & 0xff);
        }

        Section u32(long value) {
            return u16((int) value).u16((int) (value >> 16));
        }

        Section u64(long value) {
            return u32(value).u32(value >> 32);
        }

        Section uleb(long value) {
            long rest = value;
            while (rest >>> 7 != 0) {
                bytes.write((int) (rest & 0x7f | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
            return this;
        }

        Section text(String text) {
            for (int i = 0; i < text.length(); i++) {
                bytes.write(text.charAt(i));
            }
            bytes.write(0);
            return this;
        }

        byte[] array() {
            return bytes.toByteArray();
        }
    }

    private final Map<String, Section> sections = new HashMap<>();

    Section section(String name) {
        return sections.computeIfAbsent(name, key -> new Section());
    }

    /** Pairs of attribute and form; an implicit constant's value follows its form. */
    DwarfBuilder abbreviation(int code, int tag, boolean children, int... pairs) {
        Section abbrev = section("abbrev").uleb(code).uleb(tag).u8(children ? 1 : 0);
        for (int value : pairs) {
            abbrev.uleb(value);
        }
        abbrev.u8(0, 0);
        return this;
    }

    /** Of the entries that are in the section "entries" by now. */
    Dwarf dwarf() {
        byte[] entries = section("entries").array();
        section("abbrev").u8(0);
        section("info").u32(8 + entries.length).u16(5).u8(1, 8).u32(0);
        for (byte each : entries) {
            section("info").u8(each);
        }
        Map<String, byte[]> done = new HashMap<>();
        sections.forEach((name, section) -> done.put(name, section.array()));
        return Dwarf.of(
                new Sections(name -> Bytes.of("built", ".debug_" + name, done.getOrDefault(name, new byte[0]))));
    }
}
