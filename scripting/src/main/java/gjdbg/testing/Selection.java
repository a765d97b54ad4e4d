package gjdbg.testing;

import java.util.ArrayList;
import java.util.List;

/** Which tests a run takes, in order: those that are marked only, if any are, that grep finds, and of them its share. */
final class Selection {
    private Selection() {}

    static List<TestCase> of(List<TestCase> all, RunOptions options) {
        boolean some = all.stream().anyMatch(TestCase::only);
        List<TestCase> wanted = all.stream()
                .filter(test -> !some || test.only())
                .filter(test -> options.grep().isEmpty()
                        || options.grep().get().matcher(test.fullName()).find())
                .toList();
        List<TestCase> share = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (i % options.shares() == options.share() - 1) {
                share.add(wanted.get(i));
            }
        }
        return share;
    }
}
