package gjdbg.testing;

import java.util.List;
import java.util.Optional;

/**
 * How a test failed, and how its target stood then.
 *
 * @param kind of failure
 * @param phase the hook it was in; empty for the test itself
 * @param place in the scenario file
 * @param stack the scenario's own frames
 * @param stop what had stopped the target, or how it ended
 * @param frame the innermost one with a source
 * @param stacks of all goroutines or threads
 * @param notes what could not be told or kept
 */
record Failure(
        Kind kind,
        Optional<String> phase,
        String message,
        Optional<Place> place,
        Optional<Code> code,
        List<String> stack,
        Optional<String> stop,
        Optional<FrameText> frame,
        Optional<Stacks> stacks,
        List<String> notes) {
    /** What failed. */
    enum Kind {
        EXPECTATION,
        ERROR,
        TIMEOUT,
        /** The target could not be started. */
        START,
        /** The scenario file could not be loaded. */
        LOAD,
        /** The process that ran the test died. */
        CRASH
    }

    record Place(String file, int line, int column) {
        static Place of(Data data) {
            return new Place(data.text("file").orElse(""), data.integer("line"), data.integer("column"));
        }

        @Override
        public String toString() {
            return file + ":" + line + (column > 0 ? ":" + column : "");
        }
    }

    /** Lines of a source, and the number of the first and of the one that is meant. */
    record Code(int first, int line, List<String> lines) {
        static Code of(Data data) {
            return new Code(data.integer("first"), data.integer("line"), data.texts("lines"));
        }
    }

    record FrameText(String text, Optional<Code> code, List<String> variables) {
        static FrameText of(Data data) {
            return new FrameText(
                    data.text("text").orElse(""), data.object("code").map(Code::of), data.texts("variables"));
        }
    }

    record OneStack(String title, List<String> frames) {
        static OneStack of(Data data) {
            return new OneStack(
                    data.text("title").orElse(""),
                    data.objects("frames").stream()
                            .map(frame -> frame.text("text").orElse(""))
                            .toList());
        }
    }

    /** @param of goroutines or threads; {@code left} of them are not listed */
    record Stacks(String of, List<OneStack> stacks, int left) {
        static Stacks of(Data data) {
            return new Stacks(
                    data.text("of").orElse(""),
                    data.objects("stacks").stream().map(OneStack::of).toList(),
                    data.integer("left"));
        }
    }

    static Failure of(Kind kind, String message) {
        return new Failure(
                kind,
                Optional.empty(),
                message,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    static Failure of(Data data) {
        List<String> notes = new java.util.ArrayList<>(data.texts("kept"));
        data.text("problem").ifPresent(notes::add);
        return new Failure(
                Kind.valueOf(data.text("kind").orElseThrow().toUpperCase(java.util.Locale.ROOT)),
                data.text("phase").filter(phase -> !phase.equals("test")),
                data.text("message").orElse(""),
                data.object("place").map(Place::of),
                data.object("code").map(Code::of),
                data.texts("stack"),
                data.text("stop"),
                data.object("frame").map(FrameText::of),
                data.object("stacks").map(Stacks::of),
                notes);
    }

    /** In one line. */
    String headline() {
        int lineBreak = message.indexOf('\n');
        return lineBreak < 0 ? message : message.substring(0, lineBreak);
    }
}
