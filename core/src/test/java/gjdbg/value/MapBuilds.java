package gjdbg.value;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fixture "maps" for each release and design of maps: that of buckets could still be had in 1.24 and 1.25. */
record MapBuilds(String version, Mode mode, List<String> settings) {
    static List<MapBuilds> of(Mode... modes) {
        List<MapBuilds> builds = new ArrayList<>();
        for (String version : Fixtures.versions()) {
            for (Mode mode : modes) {
                builds.add(new MapBuilds(version, mode, List.of()));
                if (version.equals("1.24") || version.equals("1.25")) {
                    builds.add(new MapBuilds(version, mode, List.of("GOEXPERIMENT=noswissmap")));
                }
            }
        }
        return builds;
    }

    GoBinary with(Map<String, String> more) {
        return Fixtures.go("maps", more, version, mode, settings.toArray(String[]::new));
    }

    boolean ofBuckets() {
        return !settings.isEmpty() || Integer.parseInt(version.substring(version.indexOf('.') + 1)) < 24;
    }

    @Override
    public String toString() {
        return version + " " + mode + " " + String.join(" ", settings);
    }
}
