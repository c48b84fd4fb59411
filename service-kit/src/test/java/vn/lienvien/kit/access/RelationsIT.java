package vn.lienvien.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.time.DatabaseClock;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class RelationsIT {

    private static final OrganisationCode HTD = new OrganisationCode("htd-hcmc");
    private static final OrganisationCode CHO_RAY = new OrganisationCode("cho-ray");

    @Inject Relations relations;
    @Inject DatabaseClock clock;

    private UUID transfer;
    private Instant now;

    @BeforeEach
    void aTransfer() {
        transfer = UUID.randomUUID();
        now = clock.now();
    }

    @Test
    void whoHasNoRelationSeesNothing() {
        relations.open(transfer, HTD, RelationRole.ORIGIN, now);

        assertThat(relations.maySee(doctorAt(HTD), transfer)).isTrue();
        assertThat(relations.maySee(doctorAt(CHO_RAY), transfer)).isFalse();
        assertThat(relations.maySee(doctorAt(HTD), UUID.randomUUID())).isFalse();
    }

    @Test
    void aCoordinatorSeesEveryTransfer() {
        var coordinator = new Actor("c", CHO_RAY, Set.of(Roles.COORDINATOR), Set.of(CHO_RAY));

        assertThat(relations.maySee(coordinator, transfer)).isTrue();
    }

    @Test
    void aClosedRelationStillCountsForWhatHappenedWhileItHeld() {
        Instant left = now.minus(Duration.ofHours(2));
        relations.open(transfer, HTD, RelationRole.ACCEPTED, now.minus(Duration.ofHours(3)));
        relations.close(transfer, HTD, RelationRole.ACCEPTED, now.minus(Duration.ofHours(1)));

        assertThat(relations.held(transfer, Set.of(HTD), null)).isEmpty();
        assertThat(relations.held(transfer, Set.of(HTD), left)).contains(RelationRole.ACCEPTED);
        assertThat(relations.held(transfer, Set.of(HTD), now.minus(Duration.ofMinutes(5))))
                .isEmpty();
    }

    @Test
    void openingTwiceIsOpeningOnce() {
        relations.open(transfer, HTD, RelationRole.CANDIDATE, now);
        relations.open(transfer, HTD, RelationRole.CANDIDATE, now);
        relations.open(transfer, CHO_RAY, RelationRole.CANDIDATE, now);
        assertThat(
                        OwnerConnection.value(
                                "select count(*) from relation where transfer_id = '"
                                        + transfer
                                        + "'"))
                .isEqualTo("2");
    }

    @Test
    void ofManyOnlyOneIsLeft() {
        relations.open(transfer, HTD, RelationRole.TEAM, now);
        relations.open(transfer, CHO_RAY, RelationRole.TEAM, now);
        relations.open(transfer, CHO_RAY, RelationRole.CANDIDATE, now);

        relations.closeOthers(transfer, HTD, RelationRole.TEAM, now.minus(Duration.ofMinutes(1)));

        assertThat(relations.held(transfer, Set.of(HTD), null)).contains(RelationRole.TEAM);
        assertThat(relations.held(transfer, Set.of(CHO_RAY), null))
                .contains(RelationRole.CANDIDATE);
    }

    @Test
    void theStrongestRelationIsGiven() {
        relations.open(transfer, HTD, RelationRole.CANDIDATE, now);
        relations.open(transfer, HTD, RelationRole.ACCEPTED, now);

        assertThat(relations.held(transfer, List.of(HTD), null))
                .isEqualTo(Optional.of(RelationRole.ACCEPTED));
    }

    private static Actor doctorAt(OrganisationCode organisation) {
        return new Actor("d", organisation, Set.of(Roles.DOCTOR), Set.of(organisation));
    }
}
