package vn.lienvien.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.local.client.Filing;

/** The published cases that the demo and the journeys play can be filed. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PublishedCasesTest {

    @ParameterizedTest
    @ValueSource(strings = {"C01", "C02", "C03", "C05", "C06", "C08", "search"})
    void aPublishedCaseCanBeFiled(String name) {
        ObjectNode filing = Filing.of(name, Instant.now().minusSeconds(3600));

        var answer = Person.REFERRER.asks().body(filing.toString()).post("/api/v1/transfers");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }
}
