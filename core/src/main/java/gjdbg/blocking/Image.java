package gjdbg.blocking;

import gjdbg.bytes.Search;
import gjdbg.elf.ElfSymbol;
import gjdbg.elf.FileAddress;
import gjdbg.elf.Section;
import gjdbg.symbol.LoadedModule;
import gjdbg.target.Address;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where the executable's variables and constants lie in memory, by its symbols. */
final class Image {
    /** What the linker puts many nameless things into: of these each stands for itself. */
    private static final List<String> CARRIERS = List.of("go:func", "go.func", "go:string", "go.string");

    private static final List<String> TYPES = List.of("type:", "type.", "typerel:", "typerel.");
    /** Nameless constants are no longer than that. */
    private static final long LONGEST = 1 << 16;

    private static final int WORD = 8;
    /** How many symbols may begin at one place. */
    private static final int ALIKE = 4;

    private static final List<String> VARIABLES = List.of(".data", ".bss", ".noptrdata", ".noptrbss");

    private final LoadedModule program;
    private final List<Variable> variables = new ArrayList<>();
    private final List<ElfSymbol> symbols;

    /**
     * A variable that the program may change, or what lies between two.
     *
     * @param end the first address after it
     * @param pointers whether the collector looks for pointers in it
     */
    record Variable(long start, long end, boolean pointers) {}

    enum Kind {
        TYPE,
        WORDS
    }

    /**
     * A type's descriptor, of which only the start is known, or words that may be pointers.
     *
     * @param end the first address after it
     */
    record Constant(Kind kind, long start, long end) {}

    Image(LoadedModule program) {
        this.program = program;
        symbols = new ArrayList<>(program.file().symbols().all());
        symbols.removeIf(each -> each.isFunction() || each.type() == ElfSymbol.STT_TLS);
        symbols.sort(Comparator.comparing(ElfSymbol::address));
        for (String section : VARIABLES) {
            program.file().section(section).ifPresent(each -> addVariables(each));
        }
        variables.sort(Comparator.comparingLong(Variable::start));
    }

    /** The symbols of a section and what lies between them, without the runtime's. */
    private void addVariables(Section section) {
        long start = program.toMemory(section.address()).value();
        long end = start + section.size();
        boolean pointers = !section.name().startsWith(".noptr");
        long reached = start;
        for (ElfSymbol symbol : symbols) {
            long at = program.toMemory(symbol.address()).value();
            if (symbol.type() != ElfSymbol.STT_OBJECT || symbol.size() <= 0 || at < start || at >= end) {
                continue;
            }
            if (at > reached) {
                variables.add(new Variable(reached, at, pointers));
            }
            long until = Math.min(end, at + symbol.size());
            if (until > reached && !symbol.name().startsWith("runtime.")) {
                variables.add(new Variable(Math.max(at, reached), until, pointers));
            }
            reached = Math.max(reached, until);
        }
        if (end > reached) {
            variables.add(new Variable(reached, end, pointers));
        }
    }

    List<Variable> variables() {
        return variables;
    }

    boolean contains(long address) {
        return program.contains(new Address(address));
    }

    /** The number of the variable that the address is in; -1 where it is in none, or in one of the runtime's. */
    int variableAt(long address) {
        int low = 0;
        int high = variables.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            Variable each = variables.get(middle);
            if (address < each.start()) {
                high = middle - 1;
            } else if (address >= each.end()) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        return -1;
    }

    /** The constant that the address is in, or at; a function value alone. Empty where nothing lies or one of the runtime's. */
    Optional<Constant> constantAt(long address) {
        FileAddress at = program.toFile(new Address(address));
        Optional<Section> section = program.file().sectionAt(at).filter(each -> !VARIABLES.contains(each.name()));
        return section.map(each -> {
            int next = following(at.value());
            long end = each.address().value() + each.size();
            if (next < symbols.size()) {
                end = Math.min(end, symbols.get(next).address().value());
            }
            for (int i = next - 1; i >= 0 && i >= next - ALIKE; i--) {
                ElfSymbol symbol = symbols.get(i);
                if (TYPES.stream().anyMatch(symbol.name()::startsWith)) {
                    return new Constant(Kind.TYPE, address, address);
                }
                if (CARRIERS.stream().anyMatch(symbol.name()::startsWith)) {
                    return new Constant(Kind.WORDS, address, address + WORD);
                }
                if (at.value() < symbol.address().value() + symbol.size()) {
                    long start = program.toMemory(symbol.address()).value();
                    return new Constant(Kind.WORDS, start, start + symbol.size());
                }
            }
            return new Constant(Kind.WORDS, address, address + Math.min(LONGEST, end - at.value()));
        });
    }

    /** The number of the first symbol past the address. */
    private int following(long address) {
        return Search.firstAbove(
                address,
                0,
                symbols.size(),
                index -> symbols.get(index).address().value());
    }
}
