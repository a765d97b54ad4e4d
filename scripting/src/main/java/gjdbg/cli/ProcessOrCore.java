package gjdbg.cli;

import gjdbg.error.BadRequest;
import gjdbg.script.Grants;
import gjdbg.script.ScriptSource;
import gjdbg.session.CoreSession;
import gjdbg.session.LiveSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What commands that only read are given: {@code PID} or {@code CORE [EXECUTABLE]}. */
final class ProcessOrCore {
    private final String first;
    private final Optional<Path> executable;
    private CoreSession core;

    /** @param command for the message when none is given */
    ProcessOrCore(String command, List<String> given) {
        if (given.isEmpty() || given.size() > 2) {
            throw new BadRequest("a process or a core is wanted: gjdbg " + command + " PID|CORE [EXECUTABLE]");
        }
        first = given.getFirst();
        executable = given.size() == 2 ? Optional.of(Path.of(given.get(1))) : Optional.empty();
        if (ProcessId.looksLike(first) && executable.isPresent()) {
            throw new BadRequest("process " + first + " has its executable; none can be named");
        }
    }

    /** Empty for a core. */
    OptionalInt pid() {
        return ProcessId.looksLike(first) ? OptionalInt.of(ProcessId.of(first)) : OptionalInt.empty();
    }

    /**
     * Runs a script on it, which lets a process go.
     *
     * @param offered what the script finds as {@code globalThis[Symbol.for(name)]}
     * @param rehearsed whether it has run on that process already
     */
    int run(ScriptSource source, Map<String, Object> offered, boolean rehearsed) {
        if (pid().isPresent()) {
            int pid = pid().getAsInt();
            Optional<Rehearsal> rehearsal = rehearsed ? Optional.empty() : Optional.of(new Rehearsal(source));
            return new ScriptRun(source, Grants.NONE, rehearsal)
                    .offering(offered)
                    .run(LiveSession::prepare, () -> LiveSession.watch(pid));
        }
        return new ScriptRun(source, Grants.NONE)
                .offering(offered)
                .run(() -> core = CoreCommand.open(Path.of(first), executable), () -> core);
    }
}
