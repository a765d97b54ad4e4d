package gjdbg.elf;

import gjdbg.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The defined symbols of a file, read in place. A name is looked up by comparing the bytes of each; functions by address
 * go through a sorted table that is built on first use.
 */
public final class SymbolTable {
    private static final int ENTRY_SIZE = 24;
    private static final int SHN_UNDEF = 0;

    private final Bytes entries;
    private final Bytes names;
    private final Bytes dynamicEntries;
    private final Bytes dynamicNames;
    private volatile FunctionSymbols functions;

    private SymbolTable(Bytes entries, Bytes names, Bytes dynamicEntries, Bytes dynamicNames) {
        this.entries = entries;
        this.names = names;
        this.dynamicEntries = dynamicEntries;
        this.dynamicNames = dynamicNames;
    }

    static SymbolTable of(ElfFile elf) {
        Bytes none = Bytes.of(elf.path().toString(), "", new byte[0]);
        Bytes[] full = table(elf, ".symtab", none);
        Bytes[] dynamic = table(elf, ".dynsym", none);
        return new SymbolTable(full[0], full[1], dynamic[0], dynamic[1]);
    }

    private static Bytes[] table(ElfFile elf, String name, Bytes none) {
        Optional<Section> section = elf.section(name).filter(Section::hasBytes);
        if (section.isEmpty()) {
            return new Bytes[] {none, none};
        }
        int link = section.get().link();
        if (link <= 0 || link >= elf.sections().size()) {
            throw section.get().bytes().malformed(0, "its names are in section " + link + ", which does not exist");
        }
        return new Bytes[] {section.get().bytes(), elf.sections().get(link).bytes()};
    }

    /** How many entries there are, undefined ones and those of .dynsym included. */
    public int count() {
        return fullCount() + dynamicEntries.size() / ENTRY_SIZE;
    }

    /** The symbol with this number, counting from 0; .symtab's first, then those of .dynsym. */
    public ElfSymbol get(int index) {
        Bytes table = table(index);
        long at = offset(index);
        return new ElfSymbol(
                name(index), new FileAddress(table.u64(at + 8)), table.u64(at + 16), table.u8(at + 4) & 0xf);
    }

    /** Every defined symbol. */
    public List<ElfSymbol> all() {
        List<ElfSymbol> found = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            if (isDefined(i)) {
                found.add(get(i));
            }
        }
        return found;
    }

    /** The first defined symbol of exactly that name. */
    public Optional<ElfSymbol> named(String name) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        int count = count();
        for (int i = 0; i < count; i++) {
            if (isDefined(i) && hasName(i, wanted)) {
                return Optional.of(get(i));
            }
        }
        return Optional.empty();
    }

    /** The functions among them, by address. */
    public FunctionSymbols functions() {
        FunctionSymbols known = functions;
        if (known == null) {
            known = FunctionSymbols.of(this);
            functions = known;
        }
        return known;
    }

    boolean isFunction(int index) {
        int type = table(index).u8(offset(index) + 4) & 0xf;
        return (type == ElfSymbol.STT_FUNC || type == ElfSymbol.STT_GNU_IFUNC) && isDefined(index);
    }

    long address(int index) {
        return table(index).u64(offset(index) + 8);
    }

    long size(int index) {
        return table(index).u64(offset(index) + 16);
    }

    String name(int index) {
        return names(index).cString(table(index).u32(offset(index)));
    }

    boolean hasName(int index, byte[] wanted) {
        Bytes strings = names(index);
        long at = table(index).u32(offset(index));
        if (at + wanted.length >= strings.size() || strings.u8(at + wanted.length) != 0) {
            return false;
        }
        for (int i = wanted.length - 1; i >= 0; i--) {
            if (strings.u8(at + i) != (wanted[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    private boolean isDefined(int index) {
        return table(index).u16(offset(index) + 6) != SHN_UNDEF;
    }

    private int fullCount() {
        return entries.size() / ENTRY_SIZE;
    }

    private Bytes table(int index) {
        return index < fullCount() ? entries : dynamicEntries;
    }

    private Bytes names(int index) {
        return index < fullCount() ? names : dynamicNames;
    }

    private long offset(int index) {
        int within = index < fullCount() ? index : index - fullCount();
        return (long) within * ENTRY_SIZE;
    }
}
