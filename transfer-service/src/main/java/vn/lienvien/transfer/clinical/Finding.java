package vn.lienvien.transfer.clinical;

/** One thing about a value that is wrong, or only unusual. */
public record Finding(String field, String code) {}
