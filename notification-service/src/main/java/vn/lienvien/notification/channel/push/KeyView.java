package vn.lienvien.notification.channel.push;

/** What a browser subscribes with, as {@code applicationServerKey}. */
record KeyView(String publicKey) {}
