package gjdbg.target.linux;

import gjdbg.target.Mapping;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntSupplier;

/** What the kernel tells of a process's memory (proc(5)): read when it is first asked for, and held until it is forgotten. */
final class AddressSpace {
    /** A living thread to ask of, for a process whose first thread has ended has no maps of its own. */
    private final IntSupplier tid;

    private List<Mapping> mappings = List.of();
    private byte[] auxiliaryVector = new byte[0];

    AddressSpace(IntSupplier tid) {
        this.tid = tid;
    }

    List<Mapping> mappings() {
        if (mappings.isEmpty()) {
            mappings = ProcessFiles.mappings(tid.getAsInt());
        }
        return mappings;
    }

    OptionalLong auxiliary(long type) {
        if (auxiliaryVector.length == 0) {
            auxiliaryVector = ProcessFiles.auxiliaryVector(tid.getAsInt());
        }
        return ProcessFiles.auxiliary(auxiliaryVector, type);
    }

    /** The process may have mapped something since. */
    void forgetMappings() {
        mappings = List.of();
    }

    /** It runs another program now, or none. */
    void forget() {
        forgetMappings();
        auxiliaryVector = new byte[0];
    }
}
