package gjdbg.value;

import gjdbg.error.BadRequest;
import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.type.Type;
import java.util.Optional;

/** Channels: the runtime's hchan with its ring of elements (runtime/chan.go). */
final class ChannelReader {
    private static final long SANE = 1L << 47;

    private ChannelReader() {}

    static Reading read(TypedValue value) {
        Address address = new Address(value.word(0, 8));
        if (address.value() == 0) {
            return new Reading.Nil();
        }
        RuntimeStruct layout = RuntimeStruct.behind(value.type());
        Type element =
                value.type().element().orElseThrow(() -> new Unavailable("", "the type of its elements is not known"));
        RuntimeStruct.Bits header = layout.at(address, value.context().memory());
        long length = header.word("qcount");
        long capacity = header.word("dataqsiz");
        Address ring = new Address(header.word("buf"));
        long next = header.word("recvx");
        if (length < 0 || capacity < length || capacity > SANE || next < 0 || next > 0 && next >= capacity) {
            throw new Unavailable(
                    "",
                    "the channel at " + address + " makes no sense: its length is " + length + ", its capacity "
                            + capacity + ", and the next element to receive is number " + next);
        }
        return new Reading.Channel(
                address,
                length,
                capacity,
                header.word("closed") != 0,
                index -> value.elsewhere(element, ring.plus(position(index, length, next, capacity) * element.size())),
                new WaitQueue(value, address, layout, "recvq", Optional.empty()),
                new WaitQueue(value, address, layout, "sendq", Optional.of(element)));
    }

    private static long position(long index, long length, long next, long capacity) {
        if (index < 0 || index >= length) {
            throw new BadRequest("index " + index + " is out of range with length " + length);
        }
        long position = next + index;
        return position < capacity ? position : position - capacity;
    }
}
