package gjdbg.error;

import java.util.List;

/** A name that matches nothing, with the closest names that there are. */
public final class NotFound extends GjdbgException {
    private final String kind;
    private final String name;
    private final List<String> closest;

    /**
     * @param kind what was looked for, as a noun: "function", "variable", "type"
     * @param closest best first; empty where nothing is near
     */
    public NotFound(String kind, String name, List<String> closest) {
        this(kind, name, closest, "");
    }

    /** @param where lines that show the place of the name, to follow the message */
    public NotFound(String kind, String name, List<String> closest, String where) {
        super("no " + kind + " '" + name + "'"
                + (closest.isEmpty() ? "" : "; did you mean " + String.join(", ", closest) + "?")
                + where);
        this.kind = kind;
        this.name = name;
        this.closest = List.copyOf(closest);
    }

    public String kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public List<String> closest() {
        return closest;
    }
}
