package vn.lienvien.notification.channel.sms;

import java.util.UUID;

/**
 * One message for a gateway.
 *
 * @param to in E.164
 * @param callback where its receipt is wanted, or empty
 */
record ShortMessage(UUID reference, String to, String text, boolean unicode, String callback) {}
