package vn.lienvien.notification.channel;

/**
 * How one recipient can be reached.
 *
 * @param channel its name, such as {@code sms}
 * @param address what that channel needs: a phone number, a URL, a mailbox, a person
 */
public record Way(String channel, String address) {}
