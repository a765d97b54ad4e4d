package gjdbg.target.core;

import gjdbg.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The arguments as the kernel put them on the first stack (System V ABI, "Process Initialization"): the count, the pointers
 * to the arguments, a zero, those to the environment, a zero, the auxiliary vector, and above all that the texts.
 */
final class InitialStack {
    private static final int LARGEST = 1 << 22;
    private static final int LONGEST_TEXT = 1 << 17;

    private final CoreContents contents;

    InitialStack(CoreContents contents) {
        this.contents = contents;
    }

    /**
     * @param vector the auxiliary vector, as it stands there too
     * @param text where any of the texts or the random bytes are that the vector points at
     */
    Optional<List<String>> arguments(Bytes vector, long text) {
        if (vector.size() < 32) {
            return Optional.empty();
        }
        long top = text & -16;
        for (long at = top; Long.compareUnsigned(top - at, LARGEST) < 0; at -= 8) {
            Optional<byte[]> there = contents.bytes(at, 32);
            if (there.isEmpty()) {
                return Optional.empty();
            }
            Bytes words = Bytes.of("", "", there.get());
            if (same(words, vector)) {
                return below(at);
            }
        }
        return Optional.empty();
    }

    private static boolean same(Bytes words, Bytes vector) {
        for (int i = 0; i < 32; i += 8) {
            if (words.u64(i) != vector.u64(i)) {
                return false;
            }
        }
        return true;
    }

    /** From the auxiliary vector downwards: over the environment to the arguments and their count. */
    private Optional<List<String>> below(long vector) {
        long environment = skipPointers(vector - 8);
        long at = environment;
        List<String> arguments = new ArrayList<>();
        while (Long.compareUnsigned(vector - at, LARGEST) < 0) {
            at -= 8;
            Optional<Long> word = word(at);
            if (word.isEmpty()) {
                return Optional.empty();
            }
            if (word.get() == arguments.size()) {
                Collections.reverse(arguments);
                return Optional.of(List.copyOf(arguments));
            }
            Optional<String> argument = text(word.get());
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(argument.get());
        }
        return Optional.empty();
    }

    /** The address of the zero below the pointers that end with the zero at this address. */
    private long skipPointers(long zero) {
        long at = zero - 8;
        while (Long.compareUnsigned(zero - at, LARGEST) < 0 && word(at).orElse(0L) != 0) {
            at -= 8;
        }
        return at;
    }

    private Optional<Long> word(long address) {
        return contents.bytes(address, 8).map(bytes -> Bytes.of("", "", bytes).u64(0));
    }

    /** The text up to its zero. */
    Optional<String> text(long address) {
        int length = (int) Math.min(LONGEST_TEXT, contents.available(address));
        Optional<byte[]> bytes = contents.bytes(address, length);
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
