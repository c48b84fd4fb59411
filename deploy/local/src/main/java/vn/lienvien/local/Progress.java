package vn.lienvien.local;

/** Where the stack says what it is doing, one line at a time. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = _ -> {};

    void say(String line);
}
