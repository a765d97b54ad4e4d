package gjdbg.target.linux;

import gjdbg.target.Target;
import java.nio.file.Path;
import java.util.List;

/** A process, of which /proc tells most (proc(5)). */
interface ProcessTarget extends Target {
    @Override
    default Path executable() {
        return ProcessFiles.executable(pid());
    }

    @Override
    default List<String> arguments() {
        return ProcessFiles.arguments(pid());
    }

    @Override
    default List<String> environment() {
        return ProcessFiles.environment(pid());
    }
}
