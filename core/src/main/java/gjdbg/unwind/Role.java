package gjdbg.unwind;

import gjdbg.gosym.GoFunction;

/** What the unwinder has to know of a function of Go's that does not just call and return (runtime/traceback.go). */
enum Role {
    ORDINARY,
    /** Calls its argument on the system stack, and returns on the stack that it came from. */
    SYSTEM_CALLER,
    /** Leaves the goroutine's stack, saving in g.sched where it goes on. */
    LEAVER,
    /** As LEAVER, but stays on the stack that it came from where that is the system stack already. */
    C_CALLER,
    /** Goes to where g.sched says. */
    GOER,
    /** Calls the vDSO, on the system stack; keeps the stack pointer that it came with in R12 meanwhile. */
    CLOCK,
    /** It has a valid frame before and after it writes the stack pointer. */
    MOVER,
    /** Calls C with its stack pointer aligned, and keeps the one that it came with in RBX meanwhile. */
    ALIGNER,
    /** Called by the kernel for a signal. */
    HANDLER,
    /** What the handler returns to, with the interrupted registers above its stack pointer. */
    RESTORER,
    /** Called as if by the instruction at which a signal came: its return address is that instruction. */
    INJECTED,
    /** As INJECTED, and it panics. */
    FAULT,
    /** Panics for its caller. */
    PANIC;

    static Role of(GoFunction function) {
        return switch (function.name()) {
            case "runtime.systemstack" -> SYSTEM_CALLER;
            case "runtime.mcall", "runtime.morestack" -> LEAVER;
            case "runtime.asmcgocall" -> C_CALLER;
            case "runtime.gogo", "gogo" -> GOER;
            case "runtime.nanotime1", "runtime.walltime", "runtime.walltime1", "time.now", "runtime.vgetrandom1" ->
                CLOCK;
            case "runtime.cgocallback", "runtime.jmpdefer" -> MOVER;
            case "runtime.callCgoMmap", "runtime.callCgoMunmap", "runtime.callCgoSigaction", "runtime.sigfwd" ->
                ALIGNER;
            case "runtime.sigtramp", "runtime.cgoSigtramp" -> HANDLER;
            case "runtime.sigreturn", "runtime.sigreturn__sigaction" -> RESTORER;
            case "runtime.asyncPreempt", "runtime.debugCallV1", "runtime.debugCallV2" -> INJECTED;
            case "runtime.sigpanic", "runtime.sigpanic0" -> FAULT;
            case "runtime.gopanic", "runtime.panicwrap" -> PANIC;
            default -> ORDINARY;
        };
    }

    /** Whether it goes on where g.sched says: at the address itself, for that need not be behind a call. */
    boolean resumes() {
        return this == LEAVER || this == GOER;
    }

    /** Whether what it returns to was interrupted rather than calling. */
    boolean interrupts() {
        return this == INJECTED || this == FAULT;
    }

    /** Whether Go shows a wrapper that calls it. */
    boolean showsWrappers() {
        return this == FAULT || this == PANIC;
    }
}
