package vn.lienvien.notification.channel.mail;

/** A mail in words. */
record Letter(String subject, String body) {}
