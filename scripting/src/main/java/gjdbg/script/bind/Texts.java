package gjdbg.script.bind;

import gjdbg.value.Value;

/** What things are shown as, the same for console.log and all else. */
interface Texts {
    /** Before there is a {@link Display}. */
    Texts PLAIN = new Texts() {
        @Override
        public String of(Object object) {
            return object.toString();
        }

        @Override
        public boolean append(Value value, StringBuilder out) {
            out.append(value);
            return true;
        }
    };

    /** Of one of gjdbg's objects. */
    String of(Object object);

    /** Appends the text of a value of the program in one line, unless JavaScript has to make it: then nothing. */
    boolean append(Value value, StringBuilder out);
}
