package vn.lienvien.notification.channel;

/** What a recipient reads. */
public enum Language {
    VI,
    EN
}
