package gjdbg.repl;

/** Colours of a terminal, or none. */
enum Style {
    PLAIN("0"),
    ERROR("31"),
    STOP("1;36"),
    MARK("1;33"),
    FAINT("2"),
    KEYWORD("35"),
    STRING("32"),
    NUMBER("33"),
    COMMENT("2"),
    NAME("36"),
    WORD("1;34"),
    PROMPT("1;32");

    /** What follows ESC [ and comes before m (ECMA-48, SGR). */
    private final String code;

    Style(String code) {
        this.code = code;
    }

    String of(String text, boolean coloured) {
        return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** By the convention of no-color.org. */
    static boolean wanted() {
        String wish = System.getenv("NO_COLOR");
        return (wish == null || wish.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }
}
