package gjdbg.target.linux;

/** The requests, options and events of ptrace(2), and one way to make a request. */
final class Ptrace {
    static final long POKEUSER = 6;
    static final long CONT = 7;
    static final long SINGLESTEP = 9;
    static final long GETREGS = 12;
    static final long SETREGS = 13;
    static final long GETFPREGS = 14;
    static final long SETFPREGS = 15;
    static final long DETACH = 17;
    static final long SYSCALL = 24;
    static final long GETEVENTMSG = 0x4201;
    static final long GETSIGINFO = 0x4202;
    static final long SETSIGINFO = 0x4203;
    static final long GETREGSET = 0x4204;
    static final long SEIZE = 0x4206;
    static final long INTERRUPT = 0x4207;
    static final long LISTEN = 0x4208;
    static final long GET_SYSCALL_INFO = 0x420e;

    static final int EVENT_FORK = 1;
    static final int EVENT_VFORK = 2;
    static final int EVENT_CLONE = 3;
    static final int EVENT_EXEC = 4;
    static final int EVENT_VFORK_DONE = 5;
    static final int EVENT_EXIT = 6;
    static final int EVENT_STOP = 128;

    /** Every event above, system call stops told from SIGTRAP by bit 7 (PTRACE_O_TRACESYSGOOD). */
    static final long OPTIONS = 1
            | 1L << EVENT_FORK
            | 1L << EVENT_VFORK
            | 1L << EVENT_CLONE
            | 1L << EVENT_EXEC
            | 1L << EVENT_VFORK_DONE
            | 1L << EVENT_EXIT;

    /** PTRACE_O_EXITKILL: the tracee dies with gjdbg. */
    static final long OPTION_EXITKILL = 1L << 20;

    private Ptrace() {}

    /** Returns 0 or the error number; for requests that return no value of their own. */
    static int request(long request, int tid, long address, long data) {
        return SystemCalls.ptrace(request, tid, address, data) == -1 ? SystemCalls.errno() : 0;
    }
}
