package vn.lienvien.kit.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.kit.sql.SqlFailed;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class AuditIT {

    @Inject Audit audit;
    @Inject AuditChain chain;
    @Inject AuditVerifier verifier;
    @Inject Sql sql;

    @BeforeEach
    void someRows() throws Exception {
        OwnerConnection.run("truncate audit, audit_chain");
        var writers =
                IntStream.range(0, 4)
                        .mapToObj(
                                n ->
                                        Thread.ofPlatform()
                                                .start(
                                                        () ->
                                                                IntStream.range(0, 10)
                                                                        .forEach(
                                                                                _ ->
                                                                                        read(
                                                                                                "t"
                                                                                                        + n))))
                        .toList();
        for (Thread writer : writers) {
            writer.join();
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> chained() == 40);
    }

    @Test
    void everyRowIsInTheLineAndTheLineIsSound() {
        assertThat(verifier.verify(chain.end())).isEqualTo(new AuditVerifier.Verdict(40, null));
        given().auth()
                .oauth2(TestTokens.as("admin", "lienvien"))
                .get("/api/v1/operations/transfer/audit")
                .then()
                .statusCode(200)
                .body("brokenAt", nullValue())
                .body("links", equalTo(40));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set actor = 'somebody-else' where id = (select audit_id from audit_chain where position = 17)",
                "update audit set codes = '{\"basis\":\"other\"}' where id = (select audit_id from audit_chain where position = 17)",
                "update audit_chain set hash = repeat('0', 64) where position = 17",
                "delete from audit_chain where position = 17",
            })
    void aChangeByTheOwnerShowsWhereItWasMade(String change) {
        OwnerConnection.run(change);

        assertThat(verifier.verify(Optional.empty()).brokenAt()).isEqualTo(17);
    }

    @Test
    void aCutOffEndShowsAgainstACheckpoint() {
        var checkpoint = chain.end();
        OwnerConnection.run("delete from audit_chain where position > 30");
        OwnerConnection.run("delete from audit where id not in (select audit_id from audit_chain)");

        assertThat(verifier.verify(Optional.empty()).sound()).isTrue();
        assertThat(verifier.verify(checkpoint).sound()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set actor = 'x'",
                "delete from audit",
                "truncate audit",
                "update audit_chain set hash = 'x'",
                "delete from audit_chain",
                "create or replace function app_now() returns timestamptz language sql as 'select now()'",
                "drop function app_now()",
                "create table mine (id int)",
                "create function pg_temp.app_now() returns timestamptz language sql as 'select now()'",
            })
    void theAppRoleMayNot(String statement) {
        assertThatThrownBy(() -> sql.run(statement))
                .isInstanceOf(SqlFailed.class)
                .hasMessageMatching(".*(42501|42P01).*");
    }

    private void read(String subject) {
        audit.record("identity-read", "transfer", subject, Map.of("basis", "emergency"));
    }

    private static int chained() {
        return Integer.parseInt(OwnerConnection.value("select count(*) from audit_chain"));
    }
}
