package vn.lienvien.kit.problem;

/** One field that is not acceptable, and why; the message never repeats the value. */
public record Violation(String field, String code, String message) {}
