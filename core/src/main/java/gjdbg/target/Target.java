package gjdbg.target;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What can be read of a program: a live process or a core file. Whatever reads, reads through this. */
public interface Target {
    int pid();

    /** The executable's file. */
    Path executable();

    /** The program's arguments, its own name first. */
    List<String> arguments();

    /** What the program got as its environment, as {@code NAME=value}; what it set since is not in it. */
    List<String> environment();

    Memory memory();

    /** Where values are put that what is set points at. */
    Room room();

    /** In the order of their ids; all that are there now. */
    List<TargetThread> threads();

    default Optional<TargetThread> thread(int id) {
        return threads().stream().filter(thread -> thread.id() == id).findFirst();
    }

    /** In the order of their addresses. */
    List<Mapping> mappings();

    /** Those that can be read; of a core, the parts whose bytes are there. */
    default List<Mapping> readableMappings() {
        return mappings().stream().filter(Mapping::readable).toList();
    }

    /** An entry of the auxiliary vector (getauxval(3)), AT_ENTRY being 9 and AT_PHDR 3. */
    OptionalLong auxiliary(long type);
}
