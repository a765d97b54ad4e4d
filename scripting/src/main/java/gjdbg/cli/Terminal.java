package gjdbg.cli;

/** Whether people look at the output. */
final class Terminal {
    private Terminal() {}

    /** Only on a terminal, and not where the user wants none (no-color.org). */
    static boolean hasColour() {
        String wish = System.getenv("NO_COLOR");
        return (wish == null || wish.isEmpty())
                && System.console() != null
                && System.console().isTerminal();
    }
}
