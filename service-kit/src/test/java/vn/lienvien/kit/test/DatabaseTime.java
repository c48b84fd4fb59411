package vn.lienvien.kit.test;

import java.time.Duration;
import java.time.Instant;

/** Moves the only time that decides, as only the owner of the database can. */
public final class DatabaseTime {

    private DatabaseTime() {}

    public static void ahead(Duration by) {
        is("clock_timestamp() + interval '%d seconds'".formatted(by.toSeconds()));
    }

    /** It stands still there. */
    public static void at(Instant moment) {
        is("timestamptz '%s'".formatted(moment));
    }

    public static void asItIs() {
        ahead(Duration.ZERO);
    }

    private static void is(String moment) {
        OwnerConnection.run(
                """
                create or replace function app_now() returns timestamptz language sql volatile parallel safe
                    as $$ select %s $$
                """
                        .formatted(moment));
    }
}
