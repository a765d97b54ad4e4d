package gjdbg.value;

import gjdbg.error.GjdbgException;
import gjdbg.error.TargetGone;

/** How full a channel is, and who waits. */
final class ChannelSummary {
    /** So many are counted. */
    private static final int MOST = 100;

    private ChannelSummary() {}

    static String of(Reading.Channel channel) {
        return "(" + channel.length() + "/" + channel.capacity() + (channel.closed() ? ", closed" : "")
                + waiting(channel.senders(), "sender")
                + waiting(channel.receivers(), "receiver") + ")";
    }

    private static String waiting(Iterable<Reading.Waiter> queue, String what) {
        int count = 0;
        try {
            for (Reading.Waiter _ : queue) {
                if (++count > MOST) {
                    break;
                }
            }
        } catch (TargetGone e) {
            throw e;
        } catch (GjdbgException e) {
            return ", <unreadable " + what + "s: " + e.getMessage() + ">";
        }
        if (count == 0) {
            return "";
        }
        return ", " + (count > MOST ? "more than " + MOST : count) + " " + what + (count == 1 ? " waits" : "s wait");
    }
}
