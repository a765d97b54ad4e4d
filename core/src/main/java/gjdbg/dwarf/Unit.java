package gjdbg.dwarf;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;
import gjdbg.elf.FileAddress;
import gjdbg.error.Unavailable;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One unit of .debug_info (DWARF 5, section 7.5.1). Offsets are in that section, in bytes; those of a unit in another file count
 * from {@link Dwarf#origin}.
 */
public final class Unit {
    private static final int TYPE_UNIT = 2;
    private static final int SKELETON_UNIT = 4;
    private static final int SPLIT_COMPILE_UNIT = 5;
    private static final int SPLIT_TYPE_UNIT = 6;

    private final Dwarf dwarf;
    private final Bytes info;
    private final long offset;
    private final long end;
    private final int version;
    private final int offsetSize;
    private final long abbreviationsOffset;
    private final long firstDie;
    private final int type;
    /** Of a skeleton and its split unit; in DWARF 5 only. */
    private final long headerId;

    private Abbreviations abbreviations;
    private Die root;
    private long addressBase = -1;
    private FunctionIndex functions;
    private RangeLists rangeLists;

    Unit(Dwarf dwarf, Bytes info, long offset) {
        this.dwarf = dwarf;
        this.info = info;
        this.offset = offset;
        Cursor at = info.at(offset - dwarf.origin());
        long length = at.u32();
        offsetSize = length == 0xffff_ffffL ? 8 : 4;
        if (offsetSize == 8) {
            length = at.u64();
        }
        if (length < 0 || length > info.size() - at.position()) {
            throw at.malformed("a unit of " + length + " bytes that runs past the end");
        }
        end = dwarf.origin() + at.position() + length;
        version = at.u16();
        if (version < 2 || version > 5) {
            throw at.malformed("DWARF version " + version + ", which is not known");
        }
        type = version >= 5 ? at.u8() : 0;
        int addressSize = version >= 5 ? at.u8() : 0;
        abbreviationsOffset = at.unsigned(offsetSize);
        addressSize = version >= 5 ? addressSize : at.u8();
        if (addressSize != 8) {
            throw at.malformed("addresses of " + addressSize + " bytes");
        }
        headerId = switch (type) {
            case TYPE_UNIT, SPLIT_TYPE_UNIT -> {
                at.skip(8 + offsetSize);
                yield 0;
            }
            case SKELETON_UNIT, SPLIT_COMPILE_UNIT -> at.u64();
            // a compile or partial unit: nothing more in its header
            default -> 0;
        };
        firstDie = dwarf.origin() + at.position();
    }

    public Dwarf dwarf() {
        return dwarf;
    }

    public long offset() {
        return offset;
    }

    /** The first offset after the unit. */
    public long end() {
        return end;
    }

    public int version() {
        return version;
    }

    /** 4 or 8 bytes: the size of offsets into sections. */
    int offsetSize() {
        return offsetSize;
    }

    Bytes info() {
        return info;
    }

    synchronized Abbreviations abbreviations() {
        if (abbreviations == null) {
            abbreviations = dwarf.abbreviations(abbreviationsOffset);
        }
        return abbreviations;
    }

    /** The entry of the unit itself. */
    public synchronized Die root() {
        if (root == null) {
            root = Die.at(this, firstDie);
            if (root == null) {
                throw info.malformed(firstDie, "a unit without an entry");
            }
        }
        return root;
    }

    /** The entry that tells of the unit's lines and code: of a unit in another file that of the skeleton that stands for it. */
    public Die code() {
        return dwarf.skeleton().map(Unit::root).orElseGet(this::root);
    }

    /** Whether it is in another file than the code that it describes. */
    public boolean isSplit() {
        return dwarf.skeleton().isPresent();
    }

    /** Whether it stands for a unit in another file. */
    boolean isSkeleton() {
        return !isSplit() && (type == SKELETON_UNIT || version < 5 && root().has(DwAt.GNU_DWO_NAME));
    }

    /** What a skeleton and the unit that it stands for have in common. */
    long splitId() {
        return version >= 5 ? headerId : root().number(DwAt.GNU_DWO_ID).orElse(0);
    }

    /** Why the unit that this one stands for is not there; empty where nothing is missing. */
    public Optional<String> missing() {
        return isSkeleton() ? Optional.of(dwarf.splitOf(this).missing()) : Optional.empty();
    }

    /** What entries of lists count from. */
    public FileAddress base() {
        return new FileAddress(code().number(DwAt.LOW_PC).orElse(0));
    }

    /** The entry of .debug_addr with that index. */
    public long indexedAddress(long index) {
        if (addressBase < 0) {
            // an indexed address here would need the base that it is to give
            int attribute = version >= 5 ? DwAt.ADDR_BASE : DwAt.GNU_ADDR_BASE;
            if (code().isAddress(attribute)) {
                throw info.malformed(offset, "a DW_AT_addr_base that is an address");
            }
            addressBase = code().number(attribute).orElse(version >= 5 ? 8 : 0);
        }
        if (index < 0 || index > Integer.MAX_VALUE) {
            throw info.malformed(offset, "an index into .debug_addr of " + Long.toUnsignedString(index));
        }
        return dwarf.sections().get("addr").u64(addressBase + 8 * index);
    }

    String indexedString(long index) {
        if (index < 0 || index > Integer.MAX_VALUE) {
            throw info.malformed(offset, "an index into .debug_str_offsets of " + Long.toUnsignedString(index));
        }
        long header = version < 5 ? 0 : offsetSize == 8 ? 16 : 8;
        long base = root().number(DwAt.STR_OFFSETS_BASE).orElse(header);
        Bytes offsets = dwarf.sections().get("str_offsets");
        long at = offsets.at(base + offsetSize * index).unsigned(offsetSize);
        return dwarf.sections().get("str").cString(at);
    }

    /** The offset in its section of the list with that index, of .debug_loclists or .debug_rnglists. */
    public long listOffset(String section, int baseAttribute, long index) {
        OptionalLong base = root().number(baseAttribute);
        if (base.isEmpty() && isSplit()) {
            base = OptionalLong.of(offsetSize == 8 ? 20 : 12);
        }
        if (base.isEmpty() || index < 0 || index > Integer.MAX_VALUE) {
            throw new Unavailable("", "the unit does not say where its lists in .debug_" + section + " begin");
        }
        return base.getAsLong()
                + dwarf.sections()
                        .get(section)
                        .at(base.getAsLong() + offsetSize * index)
                        .unsigned(offsetSize);
    }

    /** The functions of the unit by their code. */
    public synchronized FunctionIndex functions() {
        if (functions == null) {
            functions = new FunctionIndex(this);
        }
        return functions;
    }

    synchronized RangeLists rangeLists() {
        if (rangeLists == null) {
            rangeLists = new RangeLists(this);
        }
        return rangeLists;
    }

    @Override
    public String toString() {
        return "unit at 0x" + Long.toHexString(offset);
    }
}
