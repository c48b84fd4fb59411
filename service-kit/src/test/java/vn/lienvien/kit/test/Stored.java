package vn.lienvien.kit.test;

import static java.util.stream.Collectors.joining;
import static vn.lienvien.kit.test.Patience.await;

import java.util.Map;
import java.util.stream.Collectors;

/** Everything in the service's database, table by table, so that two moments can be compared. */
final class Stored {

    private static final String TABLES =
            """
            select table_name from information_schema.tables
             where table_schema = 'public' and table_type = 'BASE TABLE'
               and table_name not in ('flyway_schema_history', 'audit', 'audit_chain')
            """;

    private static final String CONTENTS =
            "select '%1$s ' || count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from %1$s t";

    private static final String UNSENT = "select count(*) from outbox where published_at is null";

    private Stored() {}

    /** Once what was announced has left: its stamp would change beside whatever is tried. */
    static Map<String, String> whenAllHasLeft() {
        if (Boolean.getBoolean(KafkaResource.RUNNING)) {
            await().until(() -> OwnerConnection.value(UNSENT).equals("0"));
        }
        return now();
    }

    /** But for the audit, which tells of what was tried too. */
    static Map<String, String> now() {
        var all =
                OwnerConnection.column(TABLES).stream()
                        .map(CONTENTS::formatted)
                        .collect(joining(" union all "));
        return OwnerConnection.column(all).stream()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    }
}
