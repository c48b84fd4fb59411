package vn.lienvien.kit.audit;

import static io.restassured.RestAssured.given;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.lienvien.kit.test.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.kit.sql.SqlFailed;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;
import vn.lienvien.kit.time.DatabaseClock;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class AuditIT {

    @Inject Audit audit;
    @Inject AuditChain chain;
    @Inject AuditVerifier verifier;
    @Inject DatabaseClock clock;
    @Inject Sql sql;

    @TempDir Path folder;

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
        await().until(() -> chained() == 40);
    }

    @Test
    void everyRowIsInTheLineAndTheLineIsSound() {
        assertThat(verifier.verify()).isEqualTo(new AuditVerifier.Verdict(40, null));
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

        assertThat(verifier.verify().brokenAt()).isEqualTo(17);
    }

    @Test
    void aCutOffEndShowsAgainstACheckpoint() throws IOException {
        var said = checkpoints(Optional.empty());
        said.write();
        cutOffAfter(30);

        assertThat(verifier.verify().sound()).as("without one").isTrue();
        assertThat(new AuditVerifier(sql, said).verify())
                .isEqualTo(new AuditVerifier.Verdict(30, 31L));
    }

    @Test
    void aCheckpointThatIsWrittenWhileTheLineIsWalkedShowsNoCutOffEnd() {
        var writing =
                new ConcurrentSkipListMap<Long, String>() {
                    @Override
                    public String getOrDefault(Object position, String hash) {
                        put(41L, "of a row that came since");
                        return super.getOrDefault(position, hash);
                    }
                };
        var said =
                new Checkpoints(chain, clock, Optional.empty()) {
                    @Override
                    NavigableMap<Long, String> known() {
                        return writing;
                    }
                };

        assertThat(new AuditVerifier(sql, said).verify())
                .isEqualTo(new AuditVerifier.Verdict(40, null));
    }

    @Test
    void anEndThatWasMadeAnewShowsAlsoAfterAStartAndLaterCheckpoints() throws IOException {
        var file = Optional.of(folder.resolve("checkpoints"));
        checkpoints(file).write();
        Files.writeString(file.get(), "2026-11-08T0", APPEND);
        cutOffAfter(30);
        IntStream.range(0, 20).forEach(_ -> read("anew"));
        await().until(() -> chained() == 50);
        var afterStart = checkpoints(file);
        afterStart.write();

        assertThat(afterStart.known()).containsOnlyKeys(40L, 50L);
        assertThat(new AuditVerifier(sql, afterStart).verify().brokenAt()).isEqualTo(40);
    }

    /** As of a process that starts now. */
    private Checkpoints checkpoints(Optional<Path> file) {
        var checkpoints = new Checkpoints(chain, clock, file);
        checkpoints.read();
        return checkpoints;
    }

    /** At once, or the appender may put the rows in line again in between. */
    private static void cutOffAfter(int position) {
        OwnerConnection.run(
                """
                with cut as (delete from audit_chain where position > %d returning audit_id)
                delete from audit where id in (select audit_id from cut)
                """
                        .formatted(position));
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
