package gjdbg.target.linux;

import gjdbg.error.BadRequest;
import gjdbg.error.GjdbgException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Why the kernel does not let gjdbg trace a process, and what would help. */
final class Refusal {
    private static final Path SCOPE = Path.of("/proc/sys/kernel/yama/ptrace_scope");

    private Refusal() {}

    static GjdbgException of(int pid, int errno) {
        if (errno == SystemCalls.ESRCH) {
            return new BadRequest("no process " + pid);
        }
        return SystemCalls.failed("ptrace of process " + pid, errno, errno == SystemCalls.EPERM ? advice(pid) : "");
    }

    private static String advice(int pid) {
        int tracer = ProcessFiles.status(pid, "TracerPid").orElse(0);
        if (tracer != 0) {
            return "process " + tracer + " traces it already: end that debugger or strace first";
        }
        String scope = scope();
        return switch (scope) {
            case "1" ->
                "/proc/sys/kernel/yama/ptrace_scope is 1, so only a program's parents may trace it: launch it with gjdbg,"
                        + " or run gjdbg as root, or set ptrace_scope to 0";
            case "2" -> "/proc/sys/kernel/yama/ptrace_scope is 2: run gjdbg as root or with CAP_SYS_PTRACE";
            case "3" -> "/proc/sys/kernel/yama/ptrace_scope is 3: no process may be traced until the next boot";
            default ->
                "it belongs to another user or is protected: run gjdbg as root or with CAP_SYS_PTRACE (in a container,"
                        + " --cap-add=SYS_PTRACE)";
        };
    }

    private static String scope() {
        try {
            return Files.readString(SCOPE).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
