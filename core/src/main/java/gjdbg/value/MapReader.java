package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;

/** Maps: those of buckets until Go 1.23, Swiss ones from 1.24 on. Only the header is read before the entries are walked. */
final class MapReader {
    private MapReader() {}

    static Reading read(TypedValue value) {
        Address address = new Address(value.word(0, 8));
        if (address.value() == 0) {
            return new Reading.Nil();
        }
        RuntimeStruct map = RuntimeStruct.behind(value.type());
        if (map.has("dirPtr")) {
            return SwissMap.read(address, map, value);
        }
        if (map.has("oldbuckets")) {
            return BucketMap.read(address, map, value);
        }
        throw new Unavailable(
                "",
                "its layout is not known: the debug information of "
                        + map.type().name() + " is of neither design");
    }
}
