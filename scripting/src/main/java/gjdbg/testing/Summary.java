package gjdbg.testing;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A whole run. */
record Summary(List<Result> results, Duration time, boolean interrupted) {
    Map<Result.Status, Integer> counts() {
        Map<Result.Status, Integer> counts = new EnumMap<>(Result.Status.class);
        for (Result result : results) {
            counts.merge(result.status(), 1, Integer::sum);
        }
        return counts;
    }

    int count(Result.Status status) {
        return counts().getOrDefault(status, 0);
    }
}
