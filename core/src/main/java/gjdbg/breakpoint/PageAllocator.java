package gjdbg.breakpoint;

import gjdbg.target.Address;
import java.util.Optional;

/** Maps memory into the program for displaced instructions. */
@FunctionalInterface
public interface PageAllocator {
    /** The size of what is mapped at a time, in bytes. */
    int PAGE = 4096;

    /** A new page that can be read and executed, within reach of the address (see {@link NearPages}); empty when none can be had. */
    Optional<Address> allocateNear(Address near);
}
