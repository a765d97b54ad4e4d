package gjdbg.session;

import gjdbg.target.Mapping;
import gjdbg.target.Memory;
import gjdbg.target.Room;
import gjdbg.target.Target;
import gjdbg.target.TargetThread;
import gjdbg.target.linux.LiveProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A live process whose memory shows the program's own bytes where breakpoints stand. */
record MaskedTarget(LiveProcess process, Memory memory) implements Target {
    @Override
    public int pid() {
        return process.pid();
    }

    @Override
    public Path executable() {
        return process.executable();
    }

    @Override
    public List<String> arguments() {
        return process.arguments();
    }

    @Override
    public List<String> environment() {
        return process.environment();
    }

    @Override
    public Room room() {
        return process.room();
    }

    @Override
    public List<TargetThread> threads() {
        return process.threads();
    }

    @Override
    public Optional<TargetThread> thread(int id) {
        return process.thread(id);
    }

    @Override
    public List<Mapping> mappings() {
        return process.mappings();
    }

    @Override
    public OptionalLong auxiliary(long type) {
        return process.auxiliary(type);
    }
}
