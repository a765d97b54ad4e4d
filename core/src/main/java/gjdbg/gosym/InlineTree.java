package gjdbg.gosym;

import gjdbg.bytes.Bytes;
import gjdbg.elf.FileAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calls inlined into one function (runtime/symtabinl.go), numbered from 0; -1 is the function itself. */
public final class InlineTree {
    /** The compiler's budget keeps chains of inlined calls far shorter. */
    private static final int DEEPEST = 200;

    private final GoFunction function;
    private final Optional<FileAddress> tree;

    InlineTree(GoFunction function) {
        this.function = function;
        this.tree = function.funcdata(function.table().layout().inlineTreeNumber());
    }

    /**
     * The chain of calls at a PC, innermost first, the function itself last.
     *
     * @param pc within the function
     */
    public List<GoPosition> positions(FileAddress pc) {
        List<GoPosition> found = new ArrayList<>(4);
        FileAddress at = pc;
        int call = callAt(at);
        while (call >= 0 && found.size() < DEEPEST) {
            found.add(new GoPosition(name(call), function.file(at), function.line(at), true, isWrapper(call)));
            at = parentPc(call);
            int parent = callAt(at);
            if (parent == call) {
                break;
            }
            call = parent;
        }
        found.add(new GoPosition(function.name(), function.file(at), function.line(at), false, function.isWrapper()));
        return found;
    }

    /** The number of the innermost inlined call at this PC; -1 where it is the function's own code. */
    public int callAt(FileAddress pc) {
        return tree.isEmpty()
                ? -1
                : function.pcdata(GoFunction.PCDATA_INL_TREE_INDEX, pc).orElse(-1);
    }

    private boolean isWrapper(int call) {
        int id = entry(call).u8(layout().inlinedFuncIdAt());
        return id != 0 && id == function.table().wrapperId();
    }

    /** The name of the called function. */
    public String name(int call) {
        return function.table().name(nameOffset(call));
    }

    int nameOffset(int call) {
        return entry(call).i32(layout().inlinedNameAt());
    }

    boolean isPresent() {
        return tree.isPresent();
    }

    /** An instruction that stands at the call in the source. */
    private FileAddress parentPc(int call) {
        return function.entry().plus(entry(call).i32(layout().inlinedParentPcAt()));
    }

    private Bytes entry(int call) {
        int size = layout().inlinedCallSize();
        return function.table().elf().bytesAt(tree.orElseThrow().plus((long) call * size), size);
    }

    private Layout layout() {
        return function.table().layout();
    }
}
