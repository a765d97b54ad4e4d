package gjdbg.blocking;

import gjdbg.goruntime.GoroutineState;
import gjdbg.symbol.LoadedModule;
import gjdbg.target.Address;
import gjdbg.unwind.Frame;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What of the executable's code and variables can be reached, together with what a marker finds in the heap: by code that may
 * still run, a variable by an instruction that names it, a function by a call, by a function value, or as a method of a type
 * that something names.
 */
final class ImageReach {
    private final Scene scene;
    private final Image image;
    private final CodeReferences code;
    private final Marker marker;
    private final Optional<TypeMethods> types;
    private final BitSet variables = new BitSet();
    private final Set<Long> functions = new HashSet<>();
    private final Set<Long> constants = new HashSet<>();
    /** Which words of the image were read, from its first one on: constants overlap where the symbols do not tell their ends. */
    private final BitSet read = new BitSet();

    private final Deque<Image.Constant> unread = new ArrayDeque<>();
    private final Deque<Long> uncalled = new ArrayDeque<>();
    private boolean runsCode;
    private boolean byOthers;
    private boolean methodsCalled;

    ImageReach(Scene scene, Image image, CodeReferences code, Marker marker) {
        this.scene = scene;
        this.image = image;
        this.code = code;
        this.marker = marker;
        types = TypeMethods.of(scene);
        marker.tellOutside(this::word);
        // a plugin's code may name any variable
        boolean alone = scene.program().modules().stream()
                .filter(each -> each.symbols().goLineTable().isPresent())
                .allMatch(each -> each.equals(scene.program().main()));
        if (!alone) {
            everything();
        }
    }

    private void everything() {
        for (int i = 0; i < image.variables().size(); i++) {
            variable(i);
        }
    }

    /** From now on, C may call what is exported to it, if anything runs; and any method, where types do not tell theirs. */
    void othersCall() {
        byOthers = true;
    }

    /** @param frames which of the goroutine's frames count, by their functions' names */
    void goesOn(GoroutineState goroutine, Predicate<String> frames) {
        for (Frame frame : scene.frames().apply(goroutine)) {
            boolean own = frame.module().filter(this::isProgram).isPresent();
            if (own
                    && !frame.position().inlined()
                    && frames.test(frame.position().function())) {
                boolean afterCall = !frame.lookupPc().equals(frame.pc());
                for (long each : code.from(frame.pc().value(), afterCall)) {
                    runsCode = true;
                    word(each);
                }
            }
        }
    }

    private boolean isProgram(LoadedModule module) {
        return module.equals(scene.program().main());
    }

    /** Takes a word for a pointer into the image. */
    private void word(long word) {
        if (!image.contains(word)) {
            return;
        }
        int variable = image.variableAt(word);
        if (variable >= 0) {
            variable(variable);
        } else if (isCode(word)) {
            if (functions.add(word)) {
                uncalled.push(word);
            }
        } else if (constants.add(word)) {
            image.constantAt(word).ifPresent(unread::push);
        }
    }

    private boolean isCode(long word) {
        LoadedModule program = scene.program().main();
        return program.file()
                .sectionAt(program.toFile(new Address(word)))
                .filter(section -> section.executable())
                .isPresent();
    }

    private void variable(int number) {
        if (!variables.get(number)) {
            variables.set(number);
            if (image.variables().get(number).pointers()) {
                Image.Variable variable = image.variables().get(number);
                unread.push(new Image.Constant(Image.Kind.WORDS, variable.start(), variable.end()));
            }
        }
    }

    /** Goes on until nothing new is found. */
    void drain() {
        while (true) {
            marker.drain();
            if (!unread.isEmpty()) {
                read(unread.pop());
            } else if (!uncalled.isEmpty()) {
                call(uncalled.pop());
            } else if (runsCode && byOthers && !methodsCalled) {
                methodsCalled = true;
                for (long each : types.isPresent() ? code.exported() : code.methods()) {
                    word(each);
                }
            } else {
                break;
            }
        }
        if (code.isUnclear() && variables.cardinality() < image.variables().size()) {
            everything();
            drain();
        }
    }

    private void read(Image.Constant constant) {
        switch (constant.kind()) {
            case TYPE -> types.ifPresent(each -> each.each(constant.start(), this::word));
            case WORDS -> words(constant.start(), constant.end());
        }
    }

    private void words(long start, long end) {
        long low = scene.program().main().low().value() & -Long.BYTES;
        int last = (int) ((end - low + Long.BYTES - 1) / Long.BYTES);
        int from = read.nextClearBit((int) ((start - low) / Long.BYTES));
        while (from < last) {
            int known = read.nextSetBit(from);
            int to = known < 0 ? last : Math.min(known, last);
            read.set(from, to);
            marker.rootsIn(low + (long) from * Long.BYTES, Math.min(end, low + (long) to * Long.BYTES));
            from = read.nextClearBit(to);
        }
    }

    private void call(long entry) {
        Optional<long[]> references = code.ofFunction(entry);
        runsCode |= references.isPresent();
        for (long each : references.orElse(new long[0])) {
            word(each);
        }
    }

    /** Whether it is in no variable, or in one that is reached. */
    boolean isReached(Address address) {
        int variable = image.variableAt(address.value());
        return variable < 0 || variables.get(variable);
    }
}
