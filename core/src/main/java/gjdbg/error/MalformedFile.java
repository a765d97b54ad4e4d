package gjdbg.error;

/** A file whose bytes break its format, or that is of a format or machine that gjdbg does not read. */
public final class MalformedFile extends GjdbgException {
    private final String file;
    private final String section;
    private final long offset;

    /**
     * @param file the path as the user gave it
     * @param section the section's name, or "" where the trouble is in no section
     * @param offset where in the section (or else in the file) the trouble is, in bytes; -1 where there is no such place
     */
    public MalformedFile(String file, String section, long offset, String problem) {
        super(describe(file, section, offset, problem));
        this.file = file;
        this.section = section;
        this.offset = offset;
    }

    private static String describe(String file, String section, long offset, String problem) {
        String place = section.isEmpty() ? file : file + ", " + section;
        return offset < 0 ? place + ": " + problem : place + " at 0x" + Long.toHexString(offset) + ": " + problem;
    }

    public String file() {
        return file;
    }

    public String section() {
        return section;
    }

    public long offset() {
        return offset;
    }
}
