package gjdbg.unwind;

import gjdbg.goruntime.Goroutine;
import gjdbg.session.LiveSession;
import gjdbg.target.TargetThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What must hold of a thread's stack in the fixture {@code busy} wherever the thread stands: every goroutine there goes
 * through a chain of functions of its own.
 *
 * @param functions innermost first
 */
record BusyStack(int thread, Optional<Long> goroutine, List<String> functions) {
    /** More than the fixture's deepest recursion. */
    private static final int MOST = 300;

    /** Where stacks of goroutines and of threads begin (runtime/asm_amd64.s, runtime/proc.go). */
    private static final Set<String> THREAD_ENDS =
            Set.of("runtime.mstart", "runtime.rt0_go", "runtime.mstart0", "runtime.clone");

    /** The scheduler has come from these, from a goroutine that the thread has no more to do with. */
    private static final Set<String> LEFT = Set.of("runtime.mcall", "runtime.morestack");

    static BusyStack of(LiveSession session, TargetThread thread) {
        Optional<Long> id =
                session.goRuntime().orElseThrow().goroutineOf(thread).map(Goroutine::id);
        List<String> functions = new ArrayList<>();
        for (Frame frame : session.frames(thread)) {
            functions.add(frame.position().function());
            if (functions.size() > MOST) {
                break;
            }
        }
        return new BusyStack(thread.id(), id, functions);
    }

    String innermost() {
        return functions.getFirst();
    }

    boolean ofUser() {
        return goroutine.isPresent() && functions.stream().anyMatch(name -> name.startsWith("main."));
    }

    /** Whether a signal interrupted functions of the program. */
    boolean isHandling() {
        return ofUser() && functions.stream().anyMatch(name -> name.endsWith("igtramp"));
    }

    /** @param ids what the program printed: the goid of each entry function; empty when the stack is right */
    Optional<String> fault(Map<String, Long> ids) {
        if (functions.size() > MOST) {
            return Optional.of("no end");
        }
        if (isNamelessWithin()) {
            return Optional.of("a frame without a function");
        }
        String end = functions.getLast();
        if (goroutine.isEmpty()) {
            boolean user = functions.stream().anyMatch(name -> name.startsWith("main."));
            return user ? Optional.of("functions of the program, but no goroutine") : threadEnd(end);
        }
        if (!end.equals("runtime.goexit")) {
            return Optional.of("ends at " + end);
        }
        // one whose function has just returned is in runtime.goexit itself
        return functions.size() == 1 ? Optional.empty() : chain(functions.get(functions.size() - 2), ids);
    }

    /**
     * The vDSO and C code of other files have no names; they are innermost, or were when a signal came. The frame behind a
     * handler has one where the C library's debug information is installed.
     */
    private boolean isNamelessWithin() {
        for (int i = 1; i < functions.size(); i++) {
            String inner = functions.get(i - 1);
            boolean innermost = inner.isEmpty()
                    || inner.contains("igtramp")
                    || inner.contains("sigreturn")
                    || inner.equals("__restore_rt");
            if (functions.get(i).isEmpty() && !innermost) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForeign(String function) {
        return function.indexOf('.') < 0;
    }

    private Optional<String> threadEnd(String end) {
        // the kernel starts the program there, and glibc its threads
        boolean start = THREAD_ENDS.contains(end) || LEFT.contains(end) || isForeign(end);
        return start ? Optional.empty() : Optional.of("a thread's stack ends at " + end);
    }

    private Optional<String> chain(String entry, Map<String, Long> ids) {
        if (!ids.containsKey(entry)) {
            // the compiler's wrapper of a go statement's call, before it has called
            boolean wrapper = entry.contains("wrap") && functions.size() == 2;
            // a signal that came when the goroutine's function had returned to runtime.goexit
            boolean ended = entry.isEmpty() || entry.contains("sigreturn");
            boolean known = wrapper
                    || ended
                    || entry.startsWith("runtime.")
                    || entry.startsWith("os/signal.")
                    || entry.equals("main.grow");
            return known ? Optional.empty() : Optional.of("starts at " + entry);
        }
        if (!ids.get(entry).equals(goroutine.get())) {
            return Optional.of("goroutine " + goroutine.get() + " for " + ids.get(entry));
        }
        List<String> expected = new ArrayList<>(List.of(entry, entry + "Middle", entry + "Leaf"));
        if (entry.equals("main.crossing")) {
            expected.add("main.gjdbgCalledBack");
        }
        int level = 0;
        for (int i = functions.size() - 2; i >= 0; i--) {
            String function = functions.get(i);
            if (function.startsWith("main.") && !function.contains(".func") && !function.contains("._C")) {
                if (level == expected.size() || !function.equals(expected.get(level))) {
                    return entry.equals("main.main") || function.equals("main.announce")
                            ? Optional.empty()
                            : Optional.of(function + " is not called there");
                }
                level++;
            }
        }
        return inside() && level < 3 ? Optional.of("leaves out a caller") : Optional.empty();
    }

    /** Only the innermost function of each chain calls these. */
    private boolean inside() {
        return functions.stream()
                .anyMatch(name -> name.equals("time.Now")
                        || name.equals("syscall.Read")
                        || name.equals("syscall.Kill")
                        || name.equals("runtime.GC")
                        || name.equals("runtime.Gosched")
                        || name.equals("runtime.cgocall"));
    }

    @Override
    public String toString() {
        return "thread " + thread + " goroutine "
                + goroutine.map(String::valueOf).orElse("none") + ": " + String.join(" < ", functions);
    }
}
