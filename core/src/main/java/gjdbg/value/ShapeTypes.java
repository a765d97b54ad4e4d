package gjdbg.value;

import gjdbg.bytes.Bytes;
import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.DwTag;
import gjdbg.dwarf.list.Locations;
import gjdbg.elf.FileAddress;
import gjdbg.symbol.Function;
import gjdbg.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The shape types of one generic function's code: code that several instantiations share has variables of types such as
 * go.shape.int, and DW_AT_go_dict_index tells which entry of the instantiation's dictionary has the real one.
 */
final class ShapeTypes {
    static final String DICTIONARY = ".dict";
    private static final String SHAPE = "go.shape.";

    private final ModuleDebug debug;
    private final Die function;
    private Map<Long, Long> entries;

    ShapeTypes(ModuleDebug debug, Die function) {
        this.debug = debug;
        this.function = function;
    }

    /**
     * The number of the dictionary's entry; empty for a variable of an ordinary type, and for one of which that is not known.
     *
     * @param holder has the variable's DW_AT_type
     * @param escaped whether that is a pointer to the variable's type
     */
    OptionalLong entry(Die holder, Type type, boolean escaped) {
        if (!type.name().contains(SHAPE)) {
            return OptionalLong.empty();
        }
        Optional<Die> recorded = holder.reference(DwAt.TYPE);
        if (escaped) {
            recorded = recorded.flatMap(pointer -> pointer.reference(DwAt.TYPE));
        }
        if (recorded.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong index = recorded.get().number(DwAt.GO_DICT_INDEX);
        if (index.isPresent()) {
            return index;
        }
        // The compiler does not number variables that escaped or are captured.
        Long same = entries().get(recorded.get().offset());
        return same == null ? OptionalLong.empty() : OptionalLong.of(same);
    }

    Dictionaries dictionaries(FileAddress pc) {
        if (!name().contains(SHAPE)) {
            return Dictionaries.NONE;
        }
        List<Bytes> found = new ArrayList<>(1);
        function.forEachChild(child -> {
            if (child.tag() == DwTag.FORMAL_PARAMETER || child.tag() == DwTag.VARIABLE) {
                boolean dictionary = child.holder(DwAt.NAME)
                        .flatMap(Die::name)
                        .filter(DICTIONARY::equals)
                        .isPresent();
                if (dictionary) {
                    child.holder(DwAt.LOCATION)
                            .flatMap(holder -> Locations.at(holder, pc))
                            .ifPresent(found::add);
                }
            }
            return true;
        });
        return Dictionaries.of(name(), found, debug);
    }

    /**
     * The entries that the function's other variables use, by the offsets of their shape types. One shape stands for one
     * real type only where no two type parameters have the same shape.
     */
    private Map<Long, Long> entries() {
        if (entries == null) {
            entries = new HashMap<>();
            String name = name();
            int open = name.indexOf('[');
            int close = end(name, open);
            if (close > 0 && distinct(name.substring(open + 1, close))) {
                add(function.origin().orElse(function));
                // A closure uses the dictionary of the function around it.
                int last = name.lastIndexOf('.');
                while (last > close && entries.size() < 1000) {
                    name = name.substring(0, last);
                    for (Function around : debug.module().symbols().functionsNamed(name)) {
                        debug.dwarf().functionAt(around.entry()).ifPresent(this::add);
                    }
                    last = name.lastIndexOf('.');
                }
            }
        }
        return entries;
    }

    private String name() {
        return function.holder(DwAt.NAME).flatMap(Die::name).orElse("");
    }

    private void add(Die of) {
        of.forEachChild(child -> {
            if (child.tag() == DwTag.TYPEDEF) {
                OptionalLong index = child.number(DwAt.GO_DICT_INDEX);
                Optional<Die> shape = child.reference(DwAt.TYPE);
                if (index.isPresent() && shape.isPresent()) {
                    entries.putIfAbsent(shape.get().offset(), index.getAsLong());
                }
            }
            return true;
        });
    }

    /** The bracket that closes the one at that index; -1 where there is none. */
    static int end(String name, int open) {
        int depth = 0;
        for (int i = Math.max(open, 0); open >= 0 && i < name.length(); i++) {
            depth += name.charAt(i) == '[' ? 1 : name.charAt(i) == ']' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean distinct(String arguments) {
        HashSet<String> seen = new HashSet<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= arguments.length(); i++) {
            char c = i == arguments.length() ? ',' : arguments.charAt(i);
            depth += "[{(".indexOf(c) >= 0 ? 1 : "]})".indexOf(c) >= 0 ? -1 : 0;
            if (c == ',' && (depth <= 0 || i == arguments.length())) {
                if (!seen.add(arguments.substring(start, i).trim())) {
                    return false;
                }
                start = i + 1;
            }
        }
        return true;
    }
}
