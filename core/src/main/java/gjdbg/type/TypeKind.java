package gjdbg.type;

import java.util.Locale;

/** What kind of type; scripts see the name in lower case. */
public enum TypeKind {
    BOOL,
    INT,
    UINT,
    FLOAT,
    COMPLEX,
    STRING,
    POINTER,
    STRUCT,
    UNION,
    ARRAY,
    SLICE,
    MAP,
    CHAN,
    FUNC,
    INTERFACE,
    ENUM,
    VOID,
    UNKNOWN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
