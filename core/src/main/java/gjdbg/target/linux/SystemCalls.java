package gjdbg.target.linux;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import gjdbg.error.SystemCallFailed;

/**
 * Every call into the C library, by JNA's direct mapping, with the names of the manual pages (sections 2 and 3). Pointers
 * are addresses as longs. A result of -1 means failure, and {@link #errno} then tells why; it is to be asked for before
 * any other call of the same thread. The numbers are those of x86-64 Linux.
 */
final class SystemCalls {
    static final int EPERM = 1;
    static final int ESRCH = 3;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int ECHILD = 10;

    static final int SYS_EXECVE = 59;
    static final int SYS_GETPGID = 121;
    static final int SYS_GETTID = 186;
    static final int SYS_TGKILL = 234;
    static final int SYS_KCMP = 312;

    static final int SIGTRAP = 5;
    static final int SIGKILL = 9;
    static final int SIGCONT = 18;
    static final int SIGSTOP = 19;

    static final int WNOHANG = 1;
    static final int WUNTRACED = 2;
    static final int WNOTHREAD = 0x2000_0000;
    static final int WALL = 0x4000_0000;

    static final int O_RDONLY = 0;
    static final int O_WRONLY = 1;
    static final int O_RDWR = 2;
    static final int O_CREAT = 0x40;
    static final int O_TRUNC = 0x200;
    static final int O_CLOEXEC = 0x8_0000;

    static {
        Native.register(SystemCalls.class, NativeLibrary.getProcess());
    }

    private SystemCalls() {}

    /** Makes sure that this class is initialised, and with it JNA. */
    static void load() {
        // the call itself does that
    }

    static native long ptrace(long request, long pid, long address, long data);

    static native int waitpid(int pid, long status, int options);

    static native int kill(int pid, int signal);

    static native long syscall(long number, long a, long b, long c, long d, long e);

    static native long process_vm_readv(long pid, long local, long locals, long remote, long remotes, long flags);

    static native long process_vm_writev(long pid, long local, long locals, long remote, long remotes, long flags);

    static native int open(String path, int flags, int mode);

    static native int close(int fd);

    static native long pread(int fd, long buffer, long count, long offset);

    static native long pwrite(int fd, long buffer, long count, long offset);

    static native int sched_getaffinity(int tid, long size, long mask);

    static native int sched_setaffinity(int tid, long size, long mask);

    static native int personality(long persona);

    static native int sigaction(int signal, long action, long old);

    static native int pthread_sigmask(int how, long set, long old);

    /** Unlike the others, returns the error number itself, as do the calls of its family. */
    static native int posix_spawn(long pid, long path, long actions, long attributes, long argv, long envp);

    static native int posix_spawnattr_init(long attributes);

    static native int posix_spawnattr_destroy(long attributes);

    static native int posix_spawnattr_setflags(long attributes, short flags);

    static native int posix_spawnattr_setsigmask(long attributes, long set);

    static native int posix_spawnattr_setsigdefault(long attributes, long set);

    static native int posix_spawn_file_actions_init(long actions);

    static native int posix_spawn_file_actions_destroy(long actions);

    static native int posix_spawn_file_actions_addopen(long actions, int fd, long path, int flags, int mode);

    static native int posix_spawn_file_actions_addclose(long actions, int fd);

    static native int posix_spawn_file_actions_adddup2(long actions, int fd, int copy);

    static native String strerror(int errno);

    static int errno() {
        return Native.getLastError();
    }

    static int gettid() {
        return (int) syscall(SYS_GETTID, 0, 0, 0, 0, 0);
    }

    static int getpgid(int pid) {
        return (int) syscall(SYS_GETPGID, pid, 0, 0, 0, 0);
    }

    static int tgkill(int pid, int tid, int signal) {
        return (int) syscall(SYS_TGKILL, pid, tid, signal, 0, 0);
    }

    static SystemCallFailed failed(String call, int errno, String advice) {
        return new SystemCallFailed(call, errno, strerror(errno), advice);
    }
}
