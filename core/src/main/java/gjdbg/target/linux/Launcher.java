package gjdbg.target.linux;

import gjdbg.error.BadRequest;
import gjdbg.target.Register;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Starts a program stopped before its first instruction. A shell is spawned that stops itself, is seized there, and then
 * executes the program, so that no moment is missed; gjdbg follows its system calls to learn how its execve(2) ended.
 */
final class Launcher {
    private static final String SHELL = "/bin/sh";
    private static final String STOP_AND_EXEC = "kill -STOP $$; exec \"$0\" \"$@\"";
    private static final String STOP_GO_AND_EXEC = "kill -STOP $$; cd -- \"$1\" || exit 1; shift; exec \"$0\" \"$@\"";

    private final LaunchRequest request;
    private final Scratch status = new Scratch(4);

    Launcher(LaunchRequest request) {
        this.request = request;
    }

    /** Returns the process id; its first thread is in a stop at which nothing of the program has run. */
    int launch() {
        LaunchCheck.check(request);
        int pid = Spawn.spawn(request, SHELL, commandLine());
        try {
            toTheStop(pid);
            seize(pid);
            toTheExec(pid);
            return pid;
        } catch (RuntimeException e) {
            SystemCalls.kill(pid, SystemCalls.SIGKILL);
            reap(pid);
            throw e;
        }
    }

    private List<String> commandLine() {
        Path executable = request.executable();
        List<String> line = new ArrayList<>();
        line.add("sh");
        line.add("-c");
        line.add(request.workingDirectory().isPresent() ? STOP_GO_AND_EXEC : STOP_AND_EXEC);
        if (request.workingDirectory().isPresent()) {
            line.add(executable.toAbsolutePath().toString());
            line.add(request.workingDirectory().get().toAbsolutePath().toString());
        } else {
            String path = executable.toString();
            line.add(path.startsWith("/") || path.startsWith("./") || path.startsWith("../") ? path : "./" + path);
        }
        line.addAll(request.arguments());
        return line;
    }

    private void toTheStop(int pid) {
        if (!WaitStatus.stopped(await(pid, SystemCalls.WUNTRACED))) {
            throw new BadRequest("cannot launch " + request.executable() + ": " + SHELL
                    + " ended before it could start it; try that shell by hand");
        }
    }

    private void seize(int pid) {
        int error = Ptrace.request(Ptrace.SEIZE, pid, 0, Ptrace.OPTIONS | Ptrace.OPTION_EXITKILL);
        if (error != 0) {
            throw Refusal.of(pid, error);
        }
        await(pid, 0);
        SystemCalls.kill(pid, SystemCalls.SIGCONT);
    }

    /** Signals of the shell's own life are dropped on the way. */
    private void toTheExec(int pid) {
        boolean calling = false;
        LiveThread shell = new LiveThread(pid, pid, Optional.empty());
        for (; ; ) {
            int now = next(pid);
            if (!WaitStatus.stopped(now)) {
                throw new BadRequest("cannot launch " + request.executable() + ": " + ending(now));
            }
            if (WaitStatus.event(now) == Ptrace.EVENT_EXEC) {
                // One stop further: here the kernel would still put the call's result into RAX.
                next(pid);
                return;
            }
            if (WaitStatus.stopSignal(now) == (SystemCalls.SIGTRAP | 0x80)) {
                shell.stoppedBy(SystemCalls.SIGTRAP, -1);
                long result = shell.registers().get(Register.RAX);
                if (shell.registers().get(Register.ORIG_RAX) != SystemCalls.SYS_EXECVE) {
                    continue;
                }
                if (calling) {
                    throw LaunchCheck.refused(request.executable(), (int) -result);
                }
                calling = true;
            }
        }
    }

    private int next(int pid) {
        int error = Ptrace.request(Ptrace.SYSCALL, pid, 0, 0);
        if (error != 0 && error != SystemCalls.ESRCH) {
            throw SystemCalls.failed("PTRACE_SYSCALL", error, "");
        }
        return await(pid, 0);
    }

    private int await(int pid, int options) {
        for (; ; ) {
            if (SystemCalls.waitpid(pid, status.address, options | SystemCalls.WALL) == pid) {
                return status.bytes.getInt(0);
            }
            int error = SystemCalls.errno();
            if (error != SystemCalls.EINTR) {
                throw SystemCalls.failed("waitpid", error, "");
            }
        }
    }

    private void reap(int pid) {
        while (true) {
            if (SystemCalls.waitpid(pid, status.address, SystemCalls.WALL) == pid) {
                if (!WaitStatus.stopped(status.bytes.getInt(0))) {
                    return;
                }
                Ptrace.request(Ptrace.CONT, pid, 0, 0);
            } else if (SystemCalls.errno() != SystemCalls.EINTR) {
                return;
            }
        }
    }

    private static String ending(int status) {
        OptionalInt exit = WaitStatus.exitStatus(status);
        return exit.isPresent()
                ? SHELL + " gave up with status " + exit.getAsInt()
                : "signal " + WaitStatus.killingSignal(status).orElse(0) + " ended " + SHELL;
    }
}
