package gjdbg.elf;

import gjdbg.bytes.Bytes;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Compressed sections: SHF_COMPRESSED (System V ABI, chapter 4, "Compressed sections") and the older .zdebug form. */
final class Decompression {
    private static final int ELFCOMPRESS_ZLIB = 1;
    private static final int ELFCOMPRESS_ZSTD = 2;
    private static final int COMPRESSION_HEADER_SIZE = 24;

    /** Deflate's best is 1032 to 1 (RFC 1951: 258 bytes for two bits); a claim above it is a lie. */
    private static final long MOST_ZLIB_RATIO = 1033;

    /** A zstd block of four bytes may repeat one byte 128 KB long (RFC 8878), but no real section is like that. */
    private static final long MOST_ZSTD_RATIO = 20_000;

    private static final long MOST_BYTES = 1L << 30;

    private Decompression() {}

    static Bytes compressedSection(Bytes raw) {
        int kind = raw.i32(0);
        long size = raw.u64(8);
        Bytes input = raw.slice(COMPRESSION_HEADER_SIZE, raw.size() - (long) COMPRESSION_HEADER_SIZE);
        return switch (kind) {
            case ELFCOMPRESS_ZLIB -> inflate(input, size);
            case ELFCOMPRESS_ZSTD -> zstd(input, size);
            default -> throw raw.malformed(0, "compression of kind " + kind + " is unknown");
        };
    }

    /** "ZLIB", the size as eight big-endian bytes, then a zlib stream. */
    static Bytes zdebug(Bytes raw) {
        if (raw.size() < 12 || raw.i32(0) != 0x42494c5a) {
            throw raw.malformed(0, "no ZLIB header");
        }
        return inflate(raw.slice(12, raw.size() - 12L), Long.reverseBytes(raw.u64(4)));
    }

    private static byte[] room(Bytes input, long size, long mostRatio) {
        if (size < 0 || size > MOST_BYTES || size > (input.size() + 1L) * mostRatio) {
            throw input.malformed(
                    0, "claims " + Long.toUnsignedString(size) + " bytes from " + input.size() + " compressed ones");
        }
        return new byte[(int) size];
    }

    private static Bytes inflate(Bytes input, long size) {
        byte[] output = room(input, size, MOST_ZLIB_RATIO);
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(input.buffer());
            int filled = 0;
            while (filled < output.length) {
                int count = inflater.inflate(output, filled, output.length - filled);
                if (count == 0 && (inflater.finished() || inflater.needsInput() || inflater.needsDictionary())) {
                    throw input.malformed(0, "decompresses to " + filled + " bytes where " + size + " are claimed");
                }
                filled += count;
            }
        } catch (DataFormatException e) {
            throw input.malformed(0, "does not decompress: " + e.getMessage());
        } finally {
            inflater.end();
        }
        return Bytes.of(input.file(), input.section(), output);
    }

    private static Bytes zstd(Bytes input, long size) {
        byte[] output = room(input, size, MOST_ZSTD_RATIO);
        byte[] compressed = input.array(0, input.size());
        int filled;
        try {
            filled = new ZstdDecompressor().decompress(compressed, 0, compressed.length, output, 0, output.length);
        } catch (MalformedInputException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw input.malformed(0, "does not decompress: " + e.getMessage());
        }
        if (filled != size) {
            throw input.malformed(0, "decompresses to " + filled + " bytes where " + size + " are claimed");
        }
        return Bytes.of(input.file(), input.section(), output);
    }
}
