package gjdbg.type;

import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.DwTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a struct or union, of the entries of its members: where each version of DWARF says that they lie. */
final class MemberFields {
    private static final int PLUS_UCONST = 0x23;

    private MemberFields() {}

    static List<Type.Field> of(Die struct, TypeReader reader) {
        List<Type.Field> found = new ArrayList<>();
        struct.forEachChild(member -> {
            if (member.tag() == DwTag.MEMBER && !member.flag(DwAt.EXTERNAL)) {
                Optional<String> memberName = member.name();
                Type declared = reader.typeOf(member).orElse(BasicType.unknown("field of unknown type"));
                // A struct without a name in a C struct lends it its fields, as an embedded one does in Go.
                boolean embedded = member.flag(DwAt.GO_EMBEDDED_FIELD) || memberName.isEmpty();
                if (member.has(DwAt.BIT_SIZE)) {
                    found.add(bitField(memberName.orElse(""), declared, member));
                } else {
                    long offset = offset(member);
                    found.add(new Type.Field(memberName.orElse(""), declared, offset, embedded));
                }
            }
            return true;
        });
        return List.copyOf(found);
    }

    /** DWARF 2 has an expression there, of one DW_OP_plus_uconst. */
    private static long offset(Die member) {
        return member.number(DwAt.DATA_MEMBER_LOCATION)
                .orElseGet(() -> member.block(DwAt.DATA_MEMBER_LOCATION)
                        .filter(block -> block.size() > 1 && block.u8(0) == PLUS_UCONST)
                        .map(block -> block.at(1).uleb())
                        .orElse(0L));
    }

    /** By DW_AT_data_bit_offset, or as DWARF 2 and 3 have it from the highest bit of a unit (DWARF 5, section 5.7.6). */
    private static Type.Field bitField(String name, Type declared, Die member) {
        long bits = member.number(DwAt.BIT_SIZE).orElse(0);
        long first = member.number(DwAt.DATA_BIT_OFFSET).orElseGet(() -> {
            long unit = member.number(DwAt.BYTE_SIZE).orElse(declared.size());
            long fromTop = member.number(DwAt.BIT_OFFSET).orElse(0);
            return 8 * (offset(member) + unit) - fromTop - bits;
        });
        int shift = (int) Math.floorMod(first, 8L);
        boolean known = bits >= 1 && shift + bits <= 64;
        return new Type.Field(
                name,
                known ? new BitField(declared, shift, (int) bits) : BasicType.unknown("bit-field of " + bits + " bits"),
                Math.floorDiv(first, 8L),
                false);
    }
}
