package gjdbg.testing;

import java.io.PrintStream;

/**
 * Annotations that GitHub shows at the lines of a pull request: workflow commands on stdout (GitHub docs, "Workflow commands
 * for GitHub Actions").
 */
final class GitHubReporter implements Reporter {
    private final PrintStream out;

    GitHubReporter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin(int tests) {}

    @Override
    public void finished(Result result) {
        result.failure().ifPresent(failure -> annotate("error", result, failure));
        if (result.status() == Result.Status.FLAKY) {
            result.attempts().getFirst().failure().ifPresent(failure -> annotate("warning", result, failure));
        }
    }

    private void annotate(String level, Result result, Failure failure) {
        StringBuilder text = new StringBuilder("::").append(level).append(" file=");
        text.append(property(failure.place()
                .map(Failure.Place::file)
                .orElse(result.test().file().name())));
        int line = failure.place().map(Failure.Place::line).orElse(result.test().line());
        if (line > 0) {
            text.append(",line=").append(line);
        }
        failure.place()
                .filter(place -> place.column() > 0)
                .ifPresent(place -> text.append(",col=").append(place.column()));
        text.append(",title=").append(property(result.fullName())).append("::").append(data(failure.message()));
        out.println(text);
        out.flush();
    }

    @Override
    public void end(Summary summary) {}

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
