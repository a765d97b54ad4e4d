package gjdbg.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object that was read, member by member. What is missing or null is absent. */
record Data(Map<String, Object> members) {
    @SuppressWarnings("unchecked")
    static Data of(Object value) {
        return new Data((Map<String, Object>) value);
    }

    static Data read(String json) {
        return of(JsonReader.read(json));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable((String) members.get(name));
    }

    Optional<Double> number(String name) {
        return Optional.ofNullable((Double) members.get(name));
    }

    int integer(String name) {
        return number(name).orElse(0.0).intValue();
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    Optional<Data> object(String name) {
        return Optional.ofNullable(members.get(name)).map(Data::of);
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object each : list(name)) {
            texts.add((String) each);
        }
        return texts;
    }

    List<Data> objects(String name) {
        List<Data> objects = new ArrayList<>();
        for (Object each : list(name)) {
            objects.add(of(each));
        }
        return objects;
    }

    Map<String, String> map(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        object(name).ifPresent(object -> object.members().forEach((key, value) -> map.put(key, (String) value)));
        return map;
    }

    private List<?> list(String name) {
        return members.get(name) instanceof List<?> list ? list : List.of();
    }
}
