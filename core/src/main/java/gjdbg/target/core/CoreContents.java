package gjdbg.target.core;

import gjdbg.elf.CoreFile;
import gjdbg.elf.Segment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bytes of memory that the core itself has. */
final class CoreContents {
    private static final int LONGEST_TEXT = 1 << 17;

    private final CoreFile core;
    private final List<Loaded> loaded;

    private CoreContents(CoreFile core, List<Loaded> loaded) {
        this.core = core;
        this.loaded = loaded;
    }

    static CoreContents of(CoreFile core) {
        List<Loaded> all = new ArrayList<>();
        for (Segment segment : core.segments()) {
            if (segment.type() == Segment.PT_LOAD) {
                all.add(Loaded.of(segment, core.bytes().size()));
            }
        }
        return new CoreContents(core, Span.disjoint(all));
    }

    /** In the order of their addresses. */
    List<Loaded> loaded() {
        return loaded;
    }

    /** Empty where not all of them are in the core. */
    Optional<byte[]> bytes(long address, int length) {
        byte[] bytes = new byte[length];
        for (int done = 0; done < length; ) {
            Optional<Loaded> found = Span.at(loaded, address + done);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Loaded span = found.get();
            long into = address + done - span.start();
            if (into >= span.held()) {
                return Optional.empty();
            }
            int part = (int) Math.min(length - done, span.held() - into);
            core.bytes().read(span.position() + into, bytes, done, part);
            done += part;
        }
        return Optional.of(bytes);
    }

    /** Bytes that the core has from this address on without a gap. */
    long available(long address) {
        return Span.at(loaded, address)
                .map(span -> Math.max(0, span.held() - (address - span.start())))
                .orElse(0L);
    }

    /** The text at the address up to its zero, of at most 128 KB; empty where that is not there. */
    Optional<String> text(long address) {
        int length = (int) Math.min(LONGEST_TEXT, available(address));
        Optional<byte[]> bytes = bytes(address, length);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < length; i++) {
            if (bytes.get()[i] == 0) {
                return Optional.of(new String(bytes.get(), 0, i, StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }
}
