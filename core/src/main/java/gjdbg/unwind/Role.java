package gjdbg.unwind;

import gjdbg.gosym.GoFunction;

/** What the unwinder has to know of a function of Go's that does not just call and return (runtime/traceback.go). */
enum Role {
    ORDINARY,
    /** Calls its argument on the system stack, and returns on the stack that it came from. */
    SYSTEM_CALLER,
    /** Leaves the goroutine's stack, saving in g.sched where it goes on. */
    LEAVER,
    /** Goes to where g.sched says. */
    GOER,
    /** Calls the vDSO, on the system stack. */
    CLOCK,
    /** Called from C: it has valid frames on both stacks, though it writes the stack pointer. */
    CALLED_BACK,
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
            case "runtime.mcall", "runtime.morestack", "runtime.asmcgocall" -> LEAVER;
            case "runtime.gogo", "gogo" -> GOER;
            case "runtime.nanotime1", "runtime.walltime", "runtime.walltime1", "time.now", "runtime.vgetrandom1" ->
                CLOCK;
            case "runtime.cgocallback" -> CALLED_BACK;
            case "runtime.sigtramp", "runtime.cgoSigtramp" -> HANDLER;
            case "runtime.sigreturn", "runtime.sigreturn__sigaction" -> RESTORER;
            case "runtime.asyncPreempt", "runtime.debugCallV1", "runtime.debugCallV2" -> INJECTED;
            case "runtime.sigpanic", "runtime.sigpanic0" -> FAULT;
            case "runtime.gopanic", "runtime.panicwrap" -> PANIC;
            default -> ORDINARY;
        };
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
