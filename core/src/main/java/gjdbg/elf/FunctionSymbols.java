package gjdbg.elf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The function symbols of a file in the order of their addresses. */
public final class FunctionSymbols {
    private final SymbolTable table;
    private final long[] addresses;
    private final int[] symbols;

    private FunctionSymbols(SymbolTable table, long[] addresses, int[] symbols) {
        this.table = table;
        this.addresses = addresses;
        this.symbols = symbols;
    }

    static FunctionSymbols of(SymbolTable table) {
        int count = table.count();
        int[] found = new int[Math.min(count, 1024)];
        int used = 0;
        for (int i = 0; i < count; i++) {
            if (table.isFunction(i)) {
                if (used == found.length) {
                    found = Arrays.copyOf(found, used * 2);
                }
                found[used++] = i;
            }
        }
        return sorted(table, Arrays.copyOf(found, used));
    }

    private static FunctionSymbols sorted(SymbolTable table, int[] found) {
        long[] addresses = new long[found.length];
        for (int i = 0; i < found.length; i++) {
            addresses[i] = table.address(found[i]);
        }
        Arrays.sort(addresses);
        int[] symbols = new int[found.length];
        int[] taken = new int[found.length];
        for (int symbol : found) {
            int place = first(addresses, table.address(symbol));
            symbols[place + taken[place]++] = symbol;
        }
        return new FunctionSymbols(table, addresses, symbols);
    }

    private static int first(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public int count() {
        return symbols.length;
    }

    public ElfSymbol get(int index) {
        return table.get(symbols[index]);
    }

    public long address(int index) {
        return addresses[index];
    }

    /** Those of exactly that name: local functions of several files may share one. */
    public List<ElfSymbol> named(String name) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        List<ElfSymbol> found = new ArrayList<>();
        for (int symbol : symbols) {
            if (table.hasName(symbol, wanted)) {
                found.add(table.get(symbol));
            }
        }
        return found;
    }

    /**
     * The function whose code holds the address. One without a size, as in hand-written assembly, reaches to the next.
     */
    public Optional<ElfSymbol> at(FileAddress pc) {
        int next = first(addresses, pc.value() + 1);
        if (next == 0) {
            return Optional.empty();
        }
        int group = first(addresses, addresses[next - 1]);
        for (int i = group; i < next; i++) {
            if (pc.value() - addresses[i] < table.size(symbols[i])) {
                return Optional.of(get(i));
            }
        }
        return table.size(symbols[group]) == 0 ? Optional.of(get(group)) : Optional.empty();
    }

    /** The first address after the function: by its size, or else where the next one begins. */
    public FileAddress end(ElfSymbol function) {
        long address = function.address().value();
        if (function.size() > 0) {
            return new FileAddress(address + function.size());
        }
        int next = first(addresses, address + 1);
        return new FileAddress(next < addresses.length ? addresses[next] : address + 1);
    }
}
