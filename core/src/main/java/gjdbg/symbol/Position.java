package gjdbg.symbol;

/**
 * A place in the source, as one frame of a stack names it.
 *
 * @param function the name as Go prints it: {@code main.(*Server).Handle}
 * @param file the path as the compiler recorded it; "" where unknown
 * @param line 0 where unknown
 * @param inlined whether this function's code stands here inlined into the one that follows it in the list
 * @param wrapper whether Go's compiler made the function, and Go leaves it out of its stack traces
 */
public record Position(String function, String file, int line, boolean inlined, boolean wrapper) {
    public Position(String function, String file, int line, boolean inlined) {
        this(function, file, line, inlined, false);
    }
}
