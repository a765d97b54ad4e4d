package gjdbg.cli;

import gjdbg.error.BadRequest;

/** A process id on the command line. */
final class ProcessId {
    private ProcessId() {}

    static boolean looksLike(String text) {
        return text.matches("[0-9]{1,9}");
    }

    static int of(String text) {
        if (!looksLike(text)) {
            throw new BadRequest("'" + text + "' is no process id");
        }
        return Integer.parseInt(text);
    }
}
