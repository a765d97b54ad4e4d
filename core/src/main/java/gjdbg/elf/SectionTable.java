package gjdbg.elf;

import gjdbg.bytes.Bytes;
import gjdbg.error.MalformedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The section headers of a file. */
final class SectionTable {
    private static final int NAMES_IN_SECTION_0 = 0xffff;
    private static final long LONGEST_NAME = 4096;

    private final List<Section> sections;
    private final long realSegmentCount;

    private SectionTable(List<Section> sections, long realSegmentCount) {
        this.sections = sections;
        this.realSegmentCount = realSegmentCount;
    }

    static SectionTable read(Bytes bytes, Header header) {
        long offset = header.sectionOffset();
        if (offset == 0) {
            return new SectionTable(List.of(), 0);
        }
        if (offset < 0 || offset > bytes.size() - Header.SECTION_HEADER_SIZE) {
            throw outside(bytes, Math.max(1, header.sectionCount()), offset);
        }
        // counts that need more than 16 bits stand in the first section header (elf(5), e_shnum)
        long count = header.sectionCount() == 0 ? bytes.u64(offset + 32) : header.sectionCount();
        long names = header.nameSection() == NAMES_IN_SECTION_0 ? bytes.u32(offset + 40) : header.nameSection();
        if (count < 0 || count > (bytes.size() - offset) / Header.SECTION_HEADER_SIZE) {
            throw outside(bytes, count, offset);
        }
        Bytes strings = null;
        if (names > 0 && names < count) {
            long at = offset + names * Header.SECTION_HEADER_SIZE;
            if (bytes.i32(at + 4) != Section.SHT_NOBITS) {
                strings = bytes.slice(bytes.u64(at + 24), bytes.u64(at + 32), "section names");
            }
        }
        List<Section> sections = new ArrayList<>((int) count);
        for (int i = 0; i < count; i++) {
            long at = offset + (long) i * Header.SECTION_HEADER_SIZE;
            sections.add(new Section(bytes, at, strings == null ? "" : name(strings, bytes.u32(at))));
        }
        return new SectionTable(List.copyOf(sections), bytes.u32(offset + 44));
    }

    private static String name(Bytes strings, long offset) {
        // many headers may share one endless name in a hostile file
        long length = Math.min(LONGEST_NAME, strings.size() - offset);
        return strings.slice(offset, length).cString(0);
    }

    private static MalformedFile outside(Bytes bytes, long count, long offset) {
        return new MalformedFile(
                bytes.file(),
                "",
                -1,
                "truncated or malformed: " + Long.toUnsignedString(count) + " section headers at 0x"
                        + Long.toHexString(offset) + " run past the end of the file (0x"
                        + Integer.toHexString(bytes.size()) + " bytes)");
    }

    List<Section> all() {
        return sections;
    }

    /** Where e_phnum overflowed; 0 otherwise. */
    long realSegmentCount() {
        return realSegmentCount;
    }

    Optional<Section> named(String name) {
        for (Section section : sections) {
            if (section.name().equals(name)) {
                return Optional.of(section);
            }
        }
        return name.startsWith(".debug_") ? named(".z" + name.substring(1)) : Optional.empty();
    }

    Optional<Section> at(FileAddress address) {
        for (Section section : sections) {
            long into = address.value() - section.address().value();
            if (section.allocated() && !section.compressed() && into >= 0 && into < section.size()) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }
}
