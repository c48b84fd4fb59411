package vn.lienvien.bed;

import java.time.Duration;
import vn.lienvien.kit.test.OwnerConnection;

/** Moves the only time that decides, as only the owner of the database can. */
public final class DatabaseTime {

    private DatabaseTime() {}

    public static void ahead(Duration by) {
        OwnerConnection.run(
                """
                create or replace function app_now() returns timestamptz language sql volatile parallel safe
                    as $$ select clock_timestamp() + interval '%d seconds' $$
                """
                        .formatted(by.toSeconds()));
    }

    public static void asItIs() {
        ahead(Duration.ZERO);
    }
}
