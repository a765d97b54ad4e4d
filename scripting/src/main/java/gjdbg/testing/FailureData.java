package gjdbg.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A failure as JSON has it, in reports and artifacts. */
final class FailureData {
    private FailureData() {}

    static Map<String, Object> of(Failure failure) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", failure.kind().name().toLowerCase(Locale.ROOT));
        data.put("phase", failure.phase().orElse("test"));
        data.put("message", failure.message());
        data.put("place", failure.place().map(FailureData::place).orElse(null));
        data.put("stack", failure.stack());
        data.put("stop", failure.stop().orElse(null));
        data.put("frame", failure.frame().map(FailureData::frame).orElse(null));
        data.put("stacks", failure.stacks().map(FailureData::stacks).orElse(null));
        return data;
    }

    private static Map<String, Object> place(Failure.Place place) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("file", place.file());
        data.put("line", place.line());
        data.put("column", place.column());
        return data;
    }

    private static Map<String, Object> frame(Failure.FrameText frame) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("text", frame.text());
        data.put("variables", frame.variables());
        return data;
    }

    static Map<String, Object> stacks(Failure.Stacks stacks) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("of", stacks.of());
        data.put("left", stacks.left());
        List<Map<String, Object>> all = stacks.stacks().stream()
                .map(each -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("title", each.title());
                    one.put("frames", each.frames());
                    return one;
                })
                .toList();
        data.put("stacks", all);
        return data;
    }
}
