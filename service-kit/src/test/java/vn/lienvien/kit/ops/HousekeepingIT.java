package vn.lienvien.kit.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class HousekeepingIT {

    @Inject Housekeeping housekeeping;

    @Test
    void whatIsOldGoesAndTheRestStays() {
        OwnerConnection.run(
                """
                insert into inbox (consumer, event_id, received_at)
                select 'housekeeping', gen_random_uuid(), app_now() - make_interval(days => age)
                from unnest(array[0, 29, 31, 40]) age
                """);

        housekeeping.tidy();

        assertThat(
                        OwnerConnection.value(
                                "select count(*) from inbox where consumer = 'housekeeping'"))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({
        "outbox, published_at, outbox_published",
        "inbox, received_at, inbox_by_age",
        "idempotency, created_at, idempotency_by_age"
    })
    void whatIsOldIsFoundByItsAge(String table, String since, String index) throws SQLException {
        String bite = Housekeeping.bite(table, since).replaceFirst("\\?", "1").replace("?", "1");
        try (Connection owner = OwnerConnection.open();
                var planned = owner.createStatement()) {
            planned.execute("set enable_seqscan = off");
            try (var plan = planned.executeQuery("explain (costs off) " + bite)) {
                assertThat(String.join("\n", Sql.all(plan, row -> row.getString(1))))
                        .containsPattern(index + "\\b.*\\s+Index Cond: \\(" + since + " < ");
            }
        }
    }
}
