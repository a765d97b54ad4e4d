package gjdbg.testing;

import gjdbg.error.BadRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: 20s, 500ms, 2m. */
public final class Durations {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,6})?)(ms|s|m)");

    private Durations() {}

    public static Duration parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches() || Double.parseDouble(matcher.group(1)) == 0) {
            throw new BadRequest("'" + text + "' is no time; write it as 20s, 500ms or 2m");
        }
        double millis = Double.parseDouble(matcher.group(1))
                * switch (matcher.group(2)) {
                    case "ms" -> 1;
                    case "s" -> 1000;
                    default -> 60_000;
                };
        return Duration.ofMillis(Math.max(1, Math.round(millis)));
    }

    static String text(Duration duration) {
        long millis = duration.toMillis();
        return millis < 1000 ? millis + " ms" : seconds(millis / 1000.0) + " s";
    }

    /** With a fraction where there is one. */
    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds).replaceFirst("\\.?0+$", "");
    }
}
