package gjdbg.script.bind;

import org.graalvm.polyglot.Value;

/** How things are shown: the same for console.log and gjdbg.format. */
public interface Printers {
    String format(Value value);
}
