package vn.lienvien.notification.channel.sms;

import java.util.Map;
import vn.lienvien.notification.channel.ChannelConfig.Sms.Gateway;
import vn.lienvien.notification.channel.Outcome;

/** Whoever takes our messages to the phone networks. */
interface SmsGateway {

    Gateway kind();

    /** It has an address and what it needs to know us. */
    boolean isSetUp();

    Outcome send(ShortMessage message);

    /** What this gateway's way of reporting means. */
    Receipt receipt(Map<String, String> parameters);

    /** What became of a message after the gateway took it. */
    enum Receipt {
        RECEIVED,
        NOT_RECEIVED,
        /** On its way, or words we do not know: nothing changes. */
        PENDING
    }
}
