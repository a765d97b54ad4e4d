package gjdbg.dwarf;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the values of attributes by their forms (DWARF 5, section 7.5.5). */
final class FormReader {
    private FormReader() {}

    static void skip(Unit unit, Cursor at, int form) {
        switch (form) {
            case DwForm.FLAG_PRESENT, DwForm.IMPLICIT_CONST -> {}
            case DwForm.DATA1, DwForm.FLAG, DwForm.REF1, DwForm.STRX1, DwForm.ADDRX1 -> at.skip(1);
            case DwForm.DATA2, DwForm.REF2, DwForm.STRX2, DwForm.ADDRX2 -> at.skip(2);
            case DwForm.STRX3, DwForm.ADDRX3 -> at.skip(3);
            case DwForm.DATA4, DwForm.REF4, DwForm.STRX4, DwForm.ADDRX4, DwForm.REF_SUP4 -> at.skip(4);
            case DwForm.ADDR, DwForm.DATA8, DwForm.REF8, DwForm.REF_SIG8, DwForm.REF_SUP8 -> at.skip(8);
            case DwForm.DATA16 -> at.skip(16);
            case DwForm.REF_ADDR -> at.skip(unit.version() == 2 ? 8 : unit.offsetSize());
            case DwForm.STRP,
                    DwForm.LINE_STRP,
                    DwForm.SEC_OFFSET,
                    DwForm.STRP_SUP,
                    DwForm.GNU_REF_ALT,
                    DwForm.GNU_STRP_ALT -> at.skip(unit.offsetSize());
            case DwForm.STRING -> at.skipString();
            case DwForm.SDATA,
                    DwForm.UDATA,
                    DwForm.REF_UDATA,
                    DwForm.STRX,
                    DwForm.ADDRX,
                    DwForm.LOCLISTX,
                    DwForm.RNGLISTX,
                    DwForm.GNU_ADDR_INDEX,
                    DwForm.GNU_STR_INDEX -> at.uleb();
            case DwForm.BLOCK1, DwForm.BLOCK2, DwForm.BLOCK4, DwForm.BLOCK, DwForm.EXPRLOC -> {
                long length = blockLength(at, form);
                if (length < 0 || length > at.bytes().size()) {
                    throw at.malformed("a block of " + Long.toUnsignedString(length) + " bytes");
                }
                at.skip(length);
            }
            case DwForm.INDIRECT -> skip(unit, at, indirect(at));
            default -> throw at.malformed("a form 0x" + Integer.toHexString(form) + " that is not known");
        }
    }

    static int indirect(Cursor at) {
        long form = at.uleb();
        if (form < 0 || form > 0xffff || form == DwForm.INDIRECT || form == DwForm.IMPLICIT_CONST) {
            throw at.malformed("an indirect form that is none");
        }
        return (int) form;
    }

    static OptionalLong number(Unit unit, Cursor at, int form, long constant) {
        return switch (form) {
            case DwForm.FLAG_PRESENT -> OptionalLong.of(1);
            case DwForm.IMPLICIT_CONST -> OptionalLong.of(constant);
            case DwForm.DATA1, DwForm.FLAG -> OptionalLong.of(at.u8());
            case DwForm.DATA2 -> OptionalLong.of(at.u16());
            case DwForm.DATA4 -> OptionalLong.of(at.u32());
            case DwForm.ADDR, DwForm.DATA8 -> OptionalLong.of(at.u64());
            case DwForm.SDATA -> OptionalLong.of(at.sleb());
            case DwForm.UDATA, DwForm.LOCLISTX, DwForm.RNGLISTX -> OptionalLong.of(at.uleb());
            case DwForm.SEC_OFFSET -> OptionalLong.of(at.unsigned(unit.offsetSize()));
            case DwForm.ADDRX, DwForm.GNU_ADDR_INDEX -> OptionalLong.of(unit.indexedAddress(at.uleb()));
            case DwForm.ADDRX1 -> OptionalLong.of(unit.indexedAddress(at.u8()));
            case DwForm.ADDRX2 -> OptionalLong.of(unit.indexedAddress(at.u16()));
            case DwForm.ADDRX3 -> OptionalLong.of(unit.indexedAddress(three(at)));
            case DwForm.ADDRX4 -> OptionalLong.of(unit.indexedAddress(at.u32()));
            case DwForm.INDIRECT -> number(unit, at, indirect(at), 0);
            default -> OptionalLong.empty();
        };
    }

    static boolean isAddress(int form) {
        return form == DwForm.ADDR
                || form == DwForm.ADDRX
                || form == DwForm.GNU_ADDR_INDEX
                || form >= DwForm.ADDRX1 && form <= DwForm.ADDRX4;
    }

    static Optional<String> string(Unit unit, Cursor at, int form) {
        return switch (form) {
            case DwForm.STRING -> Optional.of(at.cString());
            case DwForm.STRP -> Optional.of(unit.dwarf().sections().get("str").cString(at.unsigned(unit.offsetSize())));
            case DwForm.LINE_STRP ->
                Optional.of(unit.dwarf().sections().get("line_str").cString(at.unsigned(unit.offsetSize())));
            case DwForm.STRX, DwForm.GNU_STR_INDEX -> Optional.of(unit.indexedString(at.uleb()));
            case DwForm.STRX1 -> Optional.of(unit.indexedString(at.u8()));
            case DwForm.STRX2 -> Optional.of(unit.indexedString(at.u16()));
            case DwForm.STRX3 -> Optional.of(unit.indexedString(three(at)));
            case DwForm.STRX4 -> Optional.of(unit.indexedString(at.u32()));
            case DwForm.INDIRECT -> string(unit, at, indirect(at));
            default -> Optional.empty();
        };
    }

    static Optional<Bytes> block(Cursor at, int form) {
        return switch (form) {
            case DwForm.BLOCK1, DwForm.BLOCK2, DwForm.BLOCK4, DwForm.BLOCK, DwForm.EXPRLOC ->
                Optional.of(at.take(blockLength(at, form)));
            case DwForm.DATA16 -> Optional.of(at.take(16));
            case DwForm.INDIRECT -> block(at, indirect(at));
            default -> Optional.empty();
        };
    }

    /** The offset in .debug_info; empty for references into other files and to type units. */
    static OptionalLong reference(Unit unit, Cursor at, int form) {
        return switch (form) {
            case DwForm.REF1 -> OptionalLong.of(unit.offset() + at.u8());
            case DwForm.REF2 -> OptionalLong.of(unit.offset() + at.u16());
            case DwForm.REF4 -> OptionalLong.of(unit.offset() + at.u32());
            case DwForm.REF8 -> OptionalLong.of(unit.offset() + at.u64());
            case DwForm.REF_UDATA -> OptionalLong.of(unit.offset() + at.uleb());
            // DWARF 2 gives such a reference the size of an address.
            case DwForm.REF_ADDR ->
                OptionalLong.of(unit.dwarf().origin() + at.unsigned(unit.version() == 2 ? 8 : unit.offsetSize()));
            case DwForm.INDIRECT -> reference(unit, at, indirect(at));
            default -> OptionalLong.empty();
        };
    }

    private static long blockLength(Cursor at, int form) {
        return switch (form) {
            case DwForm.BLOCK1 -> at.u8();
            case DwForm.BLOCK2 -> at.u16();
            case DwForm.BLOCK4 -> at.u32();
            default -> at.uleb();
        };
    }

    private static long three(Cursor at) {
        return at.u16() | (long) at.u8() << 16;
    }
}
