package vn.lienvien.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienvien.transfer.Person.ICU_DOCTOR;
import static vn.lienvien.transfer.Person.REFERRER;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.transfer.identity.Identities;

/** Who the patient is lies sealed, and shows in no other place (I14, I16). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class IdentityAtRestTest {

    private final Identities identities;
    private final BedService bedService;

    IdentityAtRestTest(Identities identities, BedService bedService) {
        this.identities = identities;
        this.bedService = bedService;
    }

    @Test
    void noTableAndNoLogShowsWhoThePatientIs() {
        var logged = new CopyOnWriteArrayList<String>();
        var listener = listening(logged);
        Logger.getLogger("").addHandler(listener);
        var request = Cases.agreed();
        var id = REFERRER.filed(request);
        REFERRER.files(request).statusCode(409);
        REFERRER.does(id, "urgency", Map.of("urgency", "U0", "reason", "free words of a doctor"));
        bedService.holds(id, 1, BedService.HTD);
        bedService.confirms(id, 1, BedService.HTD);
        ICU_DOCTOR.sees(id, "identity").statusCode(200);
        Logger.getLogger("").removeHandler(listener);

        var canaries =
                List.of(
                        Cases.CANARY,
                        "Canary Giả Định",
                        (String) Cases.patient(request).get("citizenId"),
                        (String) Cases.patient(request).get("insuranceNumber"),
                        (String) Cases.patient(request).get("localId"));
        assertThat(everything()).hasSizeGreaterThan(10);
        for (var canary : canaries) {
            assertThat(everything()).noneMatch(row -> row.contains(canary));
            assertThat(logged).noneMatch(line -> line.contains(canary));
        }
        assertThat(outbox(id)).noneMatch(event -> event.contains("free words"));
    }

    @Test
    void aSealedValueOpensOnlyInItsOwnRow() {
        var one = REFERRER.filed(Cases.agreed());
        var other = REFERRER.filed(Cases.agreed());
        OwnerConnection.run(
                "update identity set full_name = (select full_name from identity where transfer_id = '"
                        + one
                        + "') where transfer_id = '"
                        + other
                        + "'");

        assertThatThrownBy(
                        () -> QuarkusTransaction.requiringNew().run(() -> identities.read(other)))
                .isInstanceOf(IllegalStateException.class);
        OwnerConnection.run("delete from identity where transfer_id = '" + other + "'");
    }

    @Test
    void withoutItsKeyAnIdentityIsGoneForGood() {
        var id = REFERRER.filed(Cases.agreed());

        QuarkusTransaction.requiringNew().run(() -> identities.erase(id));

        REFERRER.sees(id, "identity").statusCode(403);
        REFERRER.sees(id).statusCode(200);
    }

    @Test
    void timelineAndAuditAreInsertedOnly() {
        var id = REFERRER.filed(Cases.agreed());
        for (var table : List.of("timeline", "clinical_snapshot", "audit")) {
            assertThat(
                            OwnerConnection.value(
                                    "select has_table_privilege('service_app', '"
                                            + table
                                            + "', 'update') or has_table_privilege('service_app', '"
                                            + table
                                            + "', 'delete')"))
                    .isEqualTo("f");
        }
        assertThat(outbox(id)).hasSize(1);
    }

    private static List<String> everything() {
        return List.of(
                        "transfer",
                        "timeline",
                        "clinical_snapshot",
                        "identity",
                        "patient_mark",
                        "audit",
                        "idempotency",
                        "glass",
                        "glass_verdict",
                        "relation")
                .stream()
                .flatMap(
                        table ->
                                OwnerConnection.column(
                                        "select t::text || coalesce(encode(convert_to(t::text, 'UTF8'), 'escape'), '') from "
                                                + table
                                                + " t")
                                        .stream())
                .toList();
    }

    private static List<String> outbox(UUID id) {
        return OwnerConnection.column(
                "select convert_from(payload, 'UTF8') || attributes::text from outbox where key = '"
                        + id
                        + "'");
    }

    private static Handler listening(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(
                        line.getMessage()
                                + List.of(
                                        line.getParameters() == null
                                                ? new Object[0]
                                                : line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
