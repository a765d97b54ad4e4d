package gjdbg.examples.snapshots;

import gjdbg.testing.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks JSON against docs/snapshot.schema.json: as much of JSON Schema as that uses. */
final class Schema {
    private final Map<?, ?> root;
    private final List<String> complaints = new ArrayList<>();

    private Schema(Map<?, ?> root) {
        this.root = root;
    }

    /** What does not fit. */
    static List<String> complaints(Object value) throws IOException {
        Path file = Path.of("../docs/snapshot.schema.json");
        Schema schema = new Schema((Map<?, ?>) JsonReader.read(Files.readString(file)));
        schema.check("snapshot", value, schema.root);
        return schema.complaints;
    }

    private void check(String where, Object value, Map<?, ?> schema) {
        for (Map.Entry<?, ?> rule : schema.entrySet()) {
            switch ((String) rule.getKey()) {
                case "$ref" -> check(where, value, definition((String) rule.getValue()));
                case "type" -> require(where, value, isOneOf(value, rule.getValue()), rule);
                case "const" -> require(where, value, rule.getValue().equals(value), rule);
                case "enum" -> require(where, value, ((List<?>) rule.getValue()).contains(value), rule);
                case "oneOf" -> require(where, value, fitsOne((List<?>) rule.getValue(), value), rule);
                case "items" -> {
                    for (Object item : (List<?>) value) {
                        check(where + "[]", item, (Map<?, ?>) rule.getValue());
                    }
                }
                case "required" ->
                    require(where, value, ((Map<?, ?>) value).keySet().containsAll((List<?>) rule.getValue()), rule);
                case "properties" -> properties(where, (Map<?, ?>) value, (Map<?, ?>) rule.getValue());
                case "additionalProperties" ->
                    require(
                            where,
                            value,
                            ((Map<?, ?>) schema.get("properties")).keySet().containsAll(((Map<?, ?>) value).keySet()),
                            rule);
                case "$schema", "$defs", "title" -> {}
                default -> throw new IllegalStateException("the schema has a rule '" + rule.getKey() + "'");
            }
        }
    }

    private void properties(String where, Map<?, ?> value, Map<?, ?> rules) {
        for (Map.Entry<?, ?> rule : rules.entrySet()) {
            if (value.containsKey(rule.getKey())) {
                check(where + "." + rule.getKey(), value.get(rule.getKey()), (Map<?, ?>) rule.getValue());
            }
        }
    }

    private boolean fitsOne(List<?> schemas, Object value) {
        int fitting = 0;
        for (Object each : schemas) {
            Schema trial = new Schema(root);
            boolean isObject = value instanceof Map;
            boolean wantsNull = "null".equals(((Map<?, ?>) each).get("type"));
            if (isObject != wantsNull) {
                trial.check("", value, (Map<?, ?>) each);
                complaints.addAll(trial.complaints);
                fitting++;
            }
        }
        return fitting == 1;
    }

    private Map<?, ?> definition(String reference) {
        return (Map<?, ?>) ((Map<?, ?>) root.get("$defs")).get(reference.substring("#/$defs/".length()));
    }

    private static boolean isOneOf(Object value, Object types) {
        List<?> all = types instanceof List<?> list ? list : List.of(types);
        String type =
                switch (value) {
                    case null -> "null";
                    case String text -> "string";
                    case Number number -> "number";
                    case Boolean bool -> "boolean";
                    case List<?> list -> "array";
                    default -> "object";
                };
        return all.contains(type);
    }

    private void require(String where, Object value, boolean fits, Object rule) {
        if (!fits && complaints.size() < 20) {
            complaints.add(where + " is " + value + ", against " + rule);
        }
    }
}
