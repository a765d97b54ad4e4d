package gjdbg.dwarf;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;
import gjdbg.elf.FileAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** A debugging information entry (DWARF 5, section 2.1), read in place: each attribute is looked for when it is asked for. */
public final class Die {
    private final Unit unit;
    private final long offset;
    private final Abbreviation abbreviation;
    private final long attributes;

    private Die(Unit unit, long offset, Abbreviation abbreviation, long attributes) {
        this.unit = unit;
        this.offset = offset;
        this.abbreviation = abbreviation;
        this.attributes = attributes;
    }

    /** Null where the entry is one that ends a row of siblings. */
    static Die at(Unit unit, long offset) {
        Cursor at = unit.info().at(offset - unit.dwarf().origin());
        long code = at.uleb();
        return code == 0 ? null : new Die(unit, offset, abbreviation(unit, code, at), at.position());
    }

    private static Abbreviation abbreviation(Unit unit, long code, Cursor at) {
        Abbreviation abbreviation = unit.abbreviations().get(code);
        if (abbreviation == null) {
            throw at.malformed("an entry with code " + code + ", which has no abbreviation");
        }
        return abbreviation;
    }

    public Unit unit() {
        return unit;
    }

    /** In .debug_info; those of units in other files begin where no file has offsets. */
    public long offset() {
        return offset;
    }

    public int tag() {
        return abbreviation.tag();
    }

    public boolean has(int attribute) {
        return abbreviation.indexOf(attribute) >= 0;
    }

    /** A constant, flag, address or section offset; signed constants are sign-extended. */
    public OptionalLong number(int attribute) {
        int index = abbreviation.indexOf(attribute);
        return index < 0 ? OptionalLong.empty() : FormReader.number(unit, cursor(index), form(index), constant(index));
    }

    public boolean flag(int attribute) {
        return number(attribute).orElse(0) != 0;
    }

    public Optional<String> string(int attribute) {
        int index = abbreviation.indexOf(attribute);
        return index < 0 ? Optional.empty() : FormReader.string(unit, cursor(index), form(index));
    }

    public Optional<String> name() {
        return string(DwAt.NAME);
    }

    /** A block of bytes or a location expression. */
    public Optional<Bytes> block(int attribute) {
        int index = abbreviation.indexOf(attribute);
        return index < 0 ? Optional.empty() : FormReader.block(cursor(index), form(index));
    }

    /** The entry that the attribute refers to. */
    public Optional<Die> reference(int attribute) {
        int index = abbreviation.indexOf(attribute);
        if (index < 0) {
            return Optional.empty();
        }
        OptionalLong target = FormReader.reference(unit, cursor(index), form(index));
        return target.isEmpty() ? Optional.empty() : Optional.of(unit.dwarf().die(target.getAsLong()));
    }

    /** Whether the attribute is an index into a table of lists (DW_FORM_loclistx, DW_FORM_rnglistx). */
    public boolean isListIndex(int attribute) {
        int form = directForm(attribute);
        return form == DwForm.LOCLISTX || form == DwForm.RNGLISTX;
    }

    boolean isAddress(int attribute) {
        return FormReader.isAddress(directForm(attribute));
    }

    /** The form of the value, read from the entry where the abbreviation leaves it open; 0 without the attribute. */
    private int directForm(int attribute) {
        int index = abbreviation.indexOf(attribute);
        if (index < 0) {
            return 0;
        }
        return form(index) == DwForm.INDIRECT ? FormReader.indirect(cursor(index)) : form(index);
    }

    /** The entry that this one is a concrete instance or the definition of. */
    public Optional<Die> origin() {
        Optional<Die> origin = reference(DwAt.ABSTRACT_ORIGIN);
        return origin.isPresent() ? origin : reference(DwAt.SPECIFICATION);
    }

    /** This entry if it has the attribute, else the one of its origins that does. */
    public Optional<Die> holder(int attribute) {
        Die die = this;
        for (int hops = 0; hops < 8; hops++) {
            if (die.has(attribute)) {
                return Optional.of(die);
            }
            Optional<Die> origin = die.origin();
            if (origin.isEmpty()) {
                return Optional.empty();
            }
            die = origin.get();
        }
        return Optional.empty();
    }

    /** The addresses of its code (DWARF 5, section 2.17); none where it has no code. */
    public List<AddressRange> ranges() {
        return RangeReader.of(this);
    }

    public boolean contains(FileAddress pc) {
        OptionalLong list = RangeReader.listOf(this);
        if (list.isPresent()) {
            return unit.rangeLists().contains(list.getAsLong(), pc);
        }
        for (AddressRange range : ranges()) {
            if (range.contains(pc)) {
                return true;
            }
        }
        return false;
    }

    public List<Die> children() {
        List<Die> children = new ArrayList<>();
        forEachChild(children::add);
        return children;
    }

    /** Hands over the children in their order until the visitor says false. */
    public void forEachChild(Predicate<Die> visitor) {
        if (!abbreviation.hasChildren()) {
            return;
        }
        long origin = unit.dwarf().origin();
        long at = origin + end();
        while (at < unit.end()) {
            Die child = at(unit, at);
            if (child == null || !visitor.test(child)) {
                return;
            }
            at = origin + child.next();
        }
    }

    /** The position in the section after this entry's own attributes. */
    private long end() {
        Cursor at = unit.info().at(attributes);
        skip(at, unit, abbreviation);
        return at.position();
    }

    /**
     * The position in the section after this entry and all that is below it. DW_AT_sibling would tell, but one that is wrong could have a walk
     * meet the same entries over and over.
     */
    private long next() {
        if (!abbreviation.hasChildren()) {
            return end();
        }
        Cursor at = unit.info().at(end());
        int depth = 1;
        while (depth > 0 && at.position() < unit.end() - unit.dwarf().origin()) {
            long code = at.uleb();
            if (code == 0) {
                depth--;
                continue;
            }
            Abbreviation below = abbreviation(unit, code, at);
            skip(at, unit, below);
            if (below.hasChildren()) {
                depth++;
            }
        }
        return at.position();
    }

    private static void skip(Cursor at, Unit unit, Abbreviation abbreviation) {
        for (int form : abbreviation.forms()) {
            FormReader.skip(unit, at, form);
        }
    }

    private Cursor cursor(int index) {
        Cursor at = unit.info().at(attributes);
        for (int i = 0; i < index; i++) {
            FormReader.skip(unit, at, abbreviation.forms()[i]);
        }
        return at;
    }

    private int form(int index) {
        return abbreviation.forms()[index];
    }

    private long constant(int index) {
        return abbreviation.constants()[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Die die && die.offset == offset && die.unit.dwarf() == unit.dwarf();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(offset);
    }

    @Override
    public String toString() {
        return "entry at 0x" + Long.toHexString(offset);
    }
}
