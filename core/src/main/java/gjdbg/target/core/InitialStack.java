package gjdbg.target.core;

import gjdbg.bytes.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The arguments and the environment as the kernel put them on the first stack (System V ABI, "Process Initialization"): the
 * count, the pointers to the arguments, a zero, those to the environment, a zero, the auxiliary vector, and above all that
 * the texts.
 */
final class InitialStack {
    private static final int LARGEST = 1 << 22;
    /** Of all texts together; the kernel allows 6 MB (execve(2)), and pointers of a broken core may all lead to one text. */
    private static final int MOST_TEXT = 1 << 23;

    private final CoreContents contents;
    private final long vector;
    private int read;

    /** @param vector where the auxiliary vector is */
    private InitialStack(CoreContents contents, long vector) {
        this.contents = contents;
        this.vector = vector;
    }

    /**
     * @param vector the auxiliary vector, as it stands there too
     * @param text where any of the texts or the random bytes are that the vector points at
     */
    static Optional<InitialStack> find(CoreContents contents, Bytes vector, long text) {
        if (vector.size() < 32) {
            return Optional.empty();
        }
        long top = text & -16;
        for (long at = top; Long.compareUnsigned(top - at, LARGEST) < 0; at -= 8) {
            Optional<byte[]> there = contents.bytes(at, 32);
            if (there.isEmpty()) {
                return Optional.empty();
            }
            if (same(Bytes.of("", "", there.get()), vector)) {
                return Optional.of(new InitialStack(contents, at));
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

    /** Below those of the environment, down to their count. */
    Optional<List<String>> arguments() {
        long at = zeroBelow(vector - 8);
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
            Optional<String> argument = argument(word.get());
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(argument.get());
        }
        return Optional.empty();
    }

    /** As {@code NAME=value}; empty where a text is missing. */
    Optional<List<String>> environment() {
        List<String> variables = new ArrayList<>();
        long end = vector - 8;
        for (long at = zeroBelow(end) + 8; at != end; at += 8) {
            Optional<String> variable = word(at).flatMap(this::argument);
            if (variable.isEmpty()) {
                return Optional.empty();
            }
            variables.add(variable.get());
        }
        return Optional.of(List.copyOf(variables));
    }

    private Optional<String> argument(long address) {
        Optional<String> text = contents.text(address);
        read += text.map(String::length).orElse(0);
        return read > MOST_TEXT ? Optional.empty() : text;
    }

    /** The address of the zero below the pointers that end with the zero at this address. */
    private long zeroBelow(long zero) {
        long at = zero - 8;
        while (Long.compareUnsigned(zero - at, LARGEST) < 0 && word(at).orElse(0L) != 0) {
            at -= 8;
        }
        return at;
    }

    private Optional<Long> word(long address) {
        return contents.bytes(address, 8).map(bytes -> Bytes.of("", "", bytes).u64(0));
    }
}
