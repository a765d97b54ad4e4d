package gjdbg.session;

import gjdbg.unwind.Frame;

/** Decides at a breakpoint whether to stop; an exception stops the target and comes out of {@link Session#resume}. */
public interface Condition {
    boolean holds(Frame frame);

    /** For people: how it is evaluated, and why so: {@code script (a JavaScript function)}. */
    String mechanism();

    Condition ALWAYS = new Condition() {
        @Override
        public boolean holds(Frame frame) {
            return true;
        }

        @Override
        public String mechanism() {
            return "none";
        }
    };
}
