package gjdbg.symbol;

import gjdbg.bytes.Bytes;
import gjdbg.elf.ElfFile;
import gjdbg.elf.ElfSymbol;
import gjdbg.elf.FileAddress;
import gjdbg.elf.FunctionSymbols;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Code that is not Go's, as the ELF symbols tell: names and addresses, no lines. */
final class NativeSymbols {
    private final ElfFile elf;
    private final Predicate<FileAddress> excluded;

    /** @param excluded the addresses that Go's table describes better */
    NativeSymbols(ElfFile elf, Predicate<FileAddress> excluded) {
        this.elf = elf;
        this.excluded = excluded;
    }

    Optional<Function> functionAt(FileAddress pc) {
        return table().at(pc).map(this::function);
    }

    /** Those of that name, Go's included. */
    List<Function> functionsNamed(String name) {
        Map<FileAddress, Function> found = new TreeMap<>();
        for (ElfSymbol symbol : table().named(name)) {
            found.putIfAbsent(symbol.address(), function(symbol));
        }
        return List.copyOf(found.values());
    }

    /** Those that are not Go's; aliases of one address once. */
    List<Function> functions(Predicate<String> name) {
        Map<FileAddress, Function> found = new TreeMap<>();
        FunctionSymbols table = table();
        for (int i = 0; i < table.count(); i++) {
            if (excluded.test(new FileAddress(table.address(i)))) {
                continue;
            }
            ElfSymbol symbol = table.get(i);
            if (name.test(symbol.name())) {
                found.putIfAbsent(symbol.address(), function(symbol));
            }
        }
        return List.copyOf(found.values());
    }

    void offerNames(ClosestNames names) {
        FunctionSymbols table = table();
        for (int i = 0; i < table.count(); i++) {
            if (!excluded.test(new FileAddress(table.address(i)))) {
                names.offer(table.get(i).name());
            }
        }
    }

    /** After {@code endbr64}, {@code push rbp} and {@code mov rbp, rsp}, as far as they are there. */
    FileAddress afterPrologue(Function function) {
        long size = Math.min(8, function.size());
        if (elf.available(function.entry()) < size) {
            return function.entry();
        }
        Bytes code = elf.bytesAt(function.entry(), (int) size);
        int at = size >= 4 && code.i32(0) == 0xfa1e0ff3 ? 4 : 0;
        boolean framed = size >= at + 4 && code.i32(at) == 0xe5894855;
        return function.entry().plus(framed ? at + 4 : 0);
    }

    private Function function(ElfSymbol symbol) {
        return new Function(symbol.name(), symbol.address(), table().end(symbol), false);
    }

    private FunctionSymbols table() {
        return elf.symbols().functions();
    }
}
