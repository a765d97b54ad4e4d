package gjdbg.gosym;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;
import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import gjdbg.elf.Section;
import gjdbg.elf.Segment;
import gjdbg.error.MalformedFile;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What Go's linker records of a build (debug/buildinfo/buildinfo.go, runtime/debug/mod.go); it stays in a stripped file.
 *
 * @param goVersion {@code go1.22.12}
 * @param mainPackage the import path of package main; "" where unknown
 * @param module the main module's path; "" outside of a module
 * @param moduleVersion {@code v1.2.3} or {@code (devel)}; "" where unknown
 * @param settings such as {@code -ldflags}, {@code CGO_ENABLED}, {@code vcs.revision}, in the file's order; from Go 1.18 on
 */
public record BuildInfo(
        String goVersion, String mainPackage, String module, String moduleVersion, Map<String, String> settings) {
    private static final long MAGIC_START = 0x697562206f4720ffL;
    private static final long MAGIC_REST = 0x6e69646cL;
    private static final int HEADER_SIZE = 32;
    private static final int ALIGNMENT = 16;
    private static final int LONGEST = 1 << 24;

    /** The module information stands between two marks of 16 bytes (cmd/go/internal/modload/build.go). */
    private static final int MARK_SIZE = 16;

    /** Empty for a program that is not Go's. */
    public static Optional<BuildInfo> of(ElfFile elf) {
        Objects.requireNonNull(elf);
        Optional<Section> section = elf.section(".go.buildinfo");
        if (section.isPresent()) {
            return search(elf, section.get().bytes(), section.get().address());
        }
        for (Segment segment : elf.loaded()) {
            if (segment.writable() && segment.fileSize() > 0) {
                Bytes bytes = elf.bytes().slice(segment.offset(), segment.fileSize(), ".go.buildinfo");
                Optional<BuildInfo> found = search(elf, bytes, new FileAddress(segment.address()));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<BuildInfo> search(ElfFile elf, Bytes bytes, FileAddress address) {
        for (long at = -address.value() & (ALIGNMENT - 1); at <= bytes.size() - HEADER_SIZE; at += ALIGNMENT) {
            // the bytes ff " Go buildinf:"
            if (bytes.u64(at) == MAGIC_START && bytes.u32(at + 8) == MAGIC_REST) {
                return read(elf, bytes, at, address);
            }
        }
        return Optional.empty();
    }

    private static Optional<BuildInfo> read(ElfFile elf, Bytes bytes, long at, FileAddress address) {
        int pointerSize = bytes.u8(at + 14);
        int flags = bytes.u8(at + 15);
        String version;
        String module;
        if ((flags & 2) != 0) {
            Cursor cursor = bytes.at(at + HEADER_SIZE);
            version = text(cursor.take(length(bytes, cursor.uleb())));
            module = text(cursor.take(length(bytes, cursor.uleb())));
        } else if (pointerSize == 8 && (flags & 1) == 0) {
            version = goString(elf, bytes, elf.pointerAt(address.plus(at + 16)));
            module = goString(elf, bytes, elf.pointerAt(address.plus(at + 24)));
        } else {
            return Optional.empty();
        }
        return version.isEmpty() ? Optional.empty() : Optional.of(parse(version, module));
    }

    private static long length(Bytes bytes, long length) {
        if (length < 0 || length > LONGEST) {
            throw bytes.malformed(0, "a build information of " + Long.toUnsignedString(length) + " bytes");
        }
        return length;
    }

    private static String goString(ElfFile elf, Bytes bytes, long header) {
        if (header == 0) {
            return "";
        }
        try {
            FileAddress at = new FileAddress(header);
            long length = length(bytes, elf.bytesAt(at.plus(8), 8).u64(0));
            return text(elf.bytesAt(new FileAddress(elf.pointerAt(at)), (int) length));
        } catch (MalformedFile e) {
            // a Go program without modules may leave the pointers unset
            return "";
        }
    }

    private static String text(Bytes bytes) {
        // the marks are no UTF-8, so a character must stay a byte until they are off
        return new String(bytes.array(0, bytes.size()), StandardCharsets.ISO_8859_1);
    }

    private static BuildInfo parse(String version, String framed) {
        String text = framed.length() > 2 * MARK_SIZE && framed.charAt(framed.length() - MARK_SIZE - 1) == '\n'
                ? framed.substring(MARK_SIZE, framed.length() - MARK_SIZE)
                : "";
        text = new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        String mainPackage = "";
        String module = "";
        String moduleVersion = "";
        Map<String, String> settings = new LinkedHashMap<>();
        for (String line : text.split("\n")) {
            String[] fields = line.split("\t");
            if (fields.length >= 2 && fields[0].equals("path")) {
                mainPackage = fields[1];
            } else if (fields.length >= 3 && fields[0].equals("mod")) {
                module = fields[1];
                moduleVersion = fields[2];
            } else if (line.startsWith("build\t")) {
                addSetting(line.substring("build\t".length()), settings);
            }
        }
        return new BuildInfo(version, mainPackage, module, moduleVersion, Collections.unmodifiableMap(settings));
    }

    /** Key and value may be quoted as in Go where they hold unusual characters. */
    private static void addSetting(String setting, Map<String, String> settings) {
        int equals = setting.startsWith("\"") ? setting.indexOf('=', setting.indexOf('"', 1)) : setting.indexOf('=');
        if (equals > 0) {
            settings.put(unquoted(setting.substring(0, equals)), unquoted(setting.substring(equals + 1)));
        }
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2
                && (text.startsWith("\"") && text.endsWith("\"") || text.startsWith("`") && text.endsWith("`"));
        if (!quoted) {
            return text;
        }
        String inner = text.substring(1, text.length() - 1);
        return text.startsWith("`") ? inner : inner.replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
