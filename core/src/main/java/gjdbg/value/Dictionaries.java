package gjdbg.value;

import gjdbg.bytes.Bytes;
import gjdbg.elf.ElfSymbol;
import gjdbg.elf.FileAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the dictionary of a generic function's code can be. Optimised code records no place for it, but each instantiation
 * has its own as a symbol, main..dict.fold[int,string].
 *
 * @param recorded at one PC, each place there is
 * @param instantiations those of all instantiations, of other shapes too
 */
record Dictionaries(List<Bytes> recorded, List<FileAddress> instantiations) {
    static final Dictionaries NONE = new Dictionaries(List.of(), List.of());

    private static final int MOST = 256;

    /** @param function as the debug information names it: {@code main.(*list[go.shape.int]).push.func1} */
    static Dictionaries of(String function, List<Bytes> recorded, ModuleDebug debug) {
        int bracket = function.indexOf('[');
        if (!recorded.isEmpty() || bracket < 0) {
            return new Dictionaries(recorded, List.of());
        }
        int dot = function.indexOf('.', function.lastIndexOf('/', bracket) + 1);
        if (dot < 0 || dot > bracket) {
            return NONE;
        }
        String dictionaries = function.substring(0, dot) + "..dict.";
        // Go 1.18 and 1.19 have one for each method, named in full; later ones have one for the type.
        String full = function.substring(dot + 1, bracket + 1);
        String ofType = full.replace("(*", "").replace("(", "");
        String method = function.substring(ShapeTypes.end(function, bracket) + 1);
        List<FileAddress> found = new ArrayList<>();
        for (ElfSymbol symbol : debug.module().file().symbols().all()) {
            String name = symbol.name();
            if (name.startsWith(dictionaries)
                    && (name.startsWith(full, dictionaries.length()) || name.startsWith(ofType, dictionaries.length()))
                    && isOf(method, name)
                    && !found.contains(symbol.address())) {
                if (found.size() == MOST) {
                    return NONE;
                }
                found.add(symbol.address());
            }
        }
        return new Dictionaries(List.of(), List.copyOf(found));
    }

    private static boolean isOf(String method, String dictionary) {
        String own = dictionary.substring(ShapeTypes.end(dictionary, dictionary.indexOf('[')) + 1);
        return own.isEmpty() || method.equals(own) || method.startsWith(own + ".");
    }
}
