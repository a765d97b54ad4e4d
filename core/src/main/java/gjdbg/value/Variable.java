package gjdbg.value;

/** A named value of a frame; its value may read as unreadable. */
public record Variable(String name, Value value) {}
