package gjdbg.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * JUnit's XML as Jenkins' xunit plugin describes it (junit-10.xsd), which other CI servers read as well: a suite for each
 * file. What an expect found is a failure, everything else that went wrong an error.
 */
final class JUnitReporter implements Reporter {
    private final Path file;
    private final Instant start = Instant.now();

    JUnitReporter(Path file) {
        this.file = file;
    }

    @Override
    public void begin(int tests) {}

    @Override
    public void finished(Result result) {}

    @Override
    public void end(Summary summary) {
        Map<String, List<Result>> suites = new LinkedHashMap<>();
        for (Result result : summary.results()) {
            suites.computeIfAbsent(result.test().file().name(), name -> new java.util.ArrayList<>())
                    .add(result);
        }
        Xml xml = new Xml();
        xml.open("testsuites")
                .attribute("name", "gjdbg test")
                .attribute("tests", summary.results().size())
                .attribute("failures", failures(summary.results()))
                .attribute("errors", errors(summary.results()))
                .attribute("time", seconds(summary.time()));
        suites.forEach((name, results) -> suite(xml, name, results));
        xml.close();
        try {
            Files.writeString(file, xml.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void suite(Xml xml, String name, List<Result> results) {
        xml.open("testsuite")
                .attribute("name", name)
                .attribute("tests", results.size())
                .attribute("failures", failures(results))
                .attribute("errors", errors(results))
                .attribute(
                        "skipped",
                        results.stream().filter(JUnitReporter::isSkipped).count())
                .attribute("time", seconds(results.stream().map(Result::time).reduce(Duration.ZERO, Duration::plus)))
                .attribute(
                        "timestamp",
                        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT)
                                .format(start.atOffset(ZoneOffset.UTC)));
        results.forEach(result -> testCase(xml, result));
        xml.close();
    }

    private static void testCase(Xml xml, Result result) {
        xml.open("testcase")
                .attribute("name", result.name())
                .attribute("classname", className(result.test().file().name()))
                .attribute("time", seconds(result.time()));
        if (isSkipped(result)) {
            xml.open("skipped")
                    .attribute("message", result.status().name().toLowerCase(Locale.ROOT))
                    .close();
        }
        result.failure().ifPresent(failure -> {
            xml.open(isFailure(failure) ? "failure" : "error")
                    .attribute("type", type(failure))
                    .attribute("message", failure.headline())
                    .content(new FailureText(new Colours(false))
                            .of(failure, result.last().orElseThrow()))
                    .close();
        });
        for (Attempt earlier :
                result.attempts().subList(0, Math.max(0, result.attempts().size() - 1))) {
            earlier.failure().ifPresent(failure -> again(xml, result, failure));
        }
        result.last().ifPresent(last -> {
            output(xml, "system-out", last.console() + last.stdout());
            output(xml, "system-err", last.stderr());
        });
        xml.close();
    }

    /** An attempt before the last one. */
    private static void again(Xml xml, Result result, Failure failure) {
        String kind = result.status() == Result.Status.FLAKY ? "flaky" : "rerun";
        xml.open(kind + (isFailure(failure) ? "Failure" : "Error"))
                .attribute("message", failure.headline())
                .attribute("type", type(failure));
        xml.open("stackTrace").content(failure.message()).close();
        xml.close();
    }

    private static void output(Xml xml, String element, String text) {
        if (!text.isEmpty()) {
            xml.open(element).content(text).close();
        }
    }

    /** As a Java class is named, which is how CI servers show and group them. */
    private static String className(String file) {
        return file.replaceFirst("^(\\.?/)+", "").replaceFirst("\\.m?js$", "").replace('/', '.');
    }

    private static String type(Failure failure) {
        return failure.kind().name().toLowerCase(Locale.ROOT);
    }

    private static boolean isSkipped(Result result) {
        return result.status() == Result.Status.SKIPPED || result.status() == Result.Status.TODO;
    }

    private static boolean isFailure(Failure failure) {
        return failure.kind() == Failure.Kind.EXPECTATION;
    }

    private static long failures(List<Result> results) {
        return results.stream()
                .filter(each -> each.failure().filter(JUnitReporter::isFailure).isPresent())
                .count();
    }

    private static long errors(List<Result> results) {
        return results.stream().filter(each -> each.failure().isPresent()).count() - failures(results);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }
}
