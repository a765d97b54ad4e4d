package gjdbg.cli;

/** What the help says of exit statuses. */
final class ExitStatus {
    static final String HEADING = "%nExit status:%n";
    static final String FINISHED = "0:the script finished";
    static final String THREW = "1:the script threw; its message and stack are on stderr";
    static final String UNUSABLE = "2:wrong usage, or a file or process that can't be used";
    static final String INTERRUPTED = "130:it was ended by Ctrl-C (129 by SIGHUP, 143 by SIGTERM)";
    static final String OWN = "n:the script called gjdbg.exit(n)";

    private ExitStatus() {}
}
