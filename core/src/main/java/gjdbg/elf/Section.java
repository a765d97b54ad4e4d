package gjdbg.elf;

import gjdbg.bytes.Bytes;

/** One section of a file; its data is read, and decompressed, when it is first asked for. */
public final class Section {
    static final int SHT_NOBITS = 8;
    static final long SHF_ALLOC = 2;
    static final long SHF_EXECINSTR = 4;
    static final long SHF_COMPRESSED = 0x800;

    private final Bytes file;
    private final String name;
    private final int type;
    private final long flags;
    private final FileAddress address;
    private final long offset;
    private final long rawSize;
    private final int link;
    private final long entrySize;
    private volatile Bytes data;

    Section(Bytes file, long at, String name) {
        this.file = file;
        this.name = name;
        this.type = file.i32(at + 4);
        this.flags = file.u64(at + 8);
        this.address = new FileAddress(file.u64(at + 16));
        this.offset = file.u64(at + 24);
        this.rawSize = file.u64(at + 32);
        this.link = file.i32(at + 40);
        this.entrySize = file.u64(at + 56);
    }

    public String name() {
        return name;
    }

    /** In memory; 0 for what is not loaded. */
    public FileAddress address() {
        return address;
    }

    /** In the file, in bytes. */
    public long offset() {
        return offset;
    }

    public int link() {
        return link;
    }

    /** The size of one entry in bytes, for tables. */
    public long entrySize() {
        return entrySize;
    }

    public boolean allocated() {
        return (flags & SHF_ALLOC) != 0;
    }

    public boolean executable() {
        return (flags & SHF_EXECINSTR) != 0;
    }

    /** Whether the file has bytes for it: .bss and its like have none. */
    public boolean hasBytes() {
        return type != SHT_NOBITS;
    }

    /** In memory or, where it is compressed, decompressed; in bytes. */
    public long size() {
        return compressed() ? bytes().size() : rawSize;
    }

    boolean compressed() {
        return (flags & SHF_COMPRESSED) != 0 || name.startsWith(".zdebug_");
    }

    /**
     * The data, decompressed; empty where the file has none.
     *
     * @throws gjdbg.error.MalformedFile when it lies outside the file or does not decompress
     */
    public Bytes bytes() {
        Bytes known = data;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            if (data == null) {
                data = read();
            }
            return data;
        }
    }

    private Bytes read() {
        if (!hasBytes()) {
            return Bytes.of(file.file(), name, new byte[0]);
        }
        Bytes raw = file.slice(offset, rawSize, name);
        if ((flags & SHF_COMPRESSED) != 0) {
            return Decompression.compressedSection(raw);
        }
        return name.startsWith(".zdebug_") ? Decompression.zdebug(raw) : raw;
    }

    @Override
    public String toString() {
        return name;
    }
}
