package gjdbg.gosym;

import gjdbg.elf.FileAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every inlined call of the program by the name of the called function, in parallel arrays with one element for each call.
 * Making it walks over all functions.
 */
final class InlinedCalls {
    private static final int HEADS = 1 << 16;
    private static final int MOST_IN_ONE_FUNCTION = 1 << 20;

    private final GoLineTable table;
    private final int[] heads = new int[HEADS];
    private final Map<String, List<Integer>> nameOffsets = new HashMap<>();
    private int[] names = new int[1024];
    private int[] functions = new int[1024];
    private int[] offsets = new int[1024];
    private int[] next = new int[1024];
    private int used;

    InlinedCalls(GoLineTable table) {
        this.table = table;
        Arrays.fill(heads, -1);
        BitSet known = new BitSet();
        for (int i = 0; i < table.functionCount(); i++) {
            add(table.function(i), known);
        }
    }

    /** The first instruction of each, in the order of their addresses. */
    List<FileAddress> of(String name) {
        NamePattern pattern = new NamePattern(name);
        List<FileAddress> found = new ArrayList<>();
        for (int offset : nameOffsets.getOrDefault(NamePattern.withoutTypes(name), List.of())) {
            if (pattern.matches(table.bytes(), table.tables().names() + offset)) {
                addChain(offset, found);
            }
        }
        Collections.sort(found);
        return found;
    }

    private void addChain(int name, List<FileAddress> found) {
        for (int i = heads[head(name)]; i >= 0; i = next[i]) {
            if (names[i] == name) {
                found.add(table.function(functions[i]).entry().plus(offsets[i]));
            }
        }
    }

    private void add(GoFunction function, BitSet known) {
        Optional<PcValues> runs = function.inlineRuns();
        if (runs.isEmpty()) {
            return;
        }
        InlineTree tree = function.inlineTree();
        if (!tree.isPresent()) {
            return;
        }
        PcValues values = runs.get();
        BitSet seen = new BitSet();
        while (values.next()) {
            int call = values.value();
            if (call >= 0 && call < MOST_IN_ONE_FUNCTION && !seen.get(call)) {
                seen.set(call);
                int name = tree.nameOffset(call);
                if (name >= 0 && name < table.bytes().size() && !known.get(name)) {
                    known.set(name);
                    nameOffsets
                            .computeIfAbsent(NamePattern.withoutTypes(table.name(name)), n -> new ArrayList<>(1))
                            .add(name);
                }
                add(name, function.index(), (int) values.start());
            }
        }
    }

    private void add(int name, int function, int offset) {
        if (used == names.length) {
            names = Arrays.copyOf(names, used * 2);
            functions = Arrays.copyOf(functions, used * 2);
            offsets = Arrays.copyOf(offsets, used * 2);
            next = Arrays.copyOf(next, used * 2);
        }
        names[used] = name;
        functions[used] = function;
        offsets[used] = offset;
        int head = head(name);
        next[used] = heads[head];
        heads[head] = used++;
    }

    private static int head(int name) {
        return (name ^ name >>> 16) & (HEADS - 1);
    }
}
