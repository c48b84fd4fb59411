package vn.lienvien.notification.relation;

import static vn.lienvien.kit.test.Patience.await;
import static vn.lienvien.notification.obligation.Story.CHO_RAY;
import static vn.lienvien.notification.obligation.Story.HTD;
import static vn.lienvien.notification.obligation.Story.SOC_TRANG;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.TransferEvent;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.access.Relations;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.notification.obligation.Story;
import vn.lienvien.notification.stream.Announcer;

/** Whoever has no part in a transfer any more does not see it any more (I15). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class RelationProjectionIT {

    @Inject Announcer announcer;
    @Inject Relations relations;

    private final Story story = new Story(UUID.randomUUID(), Urgency.U0);

    @Test
    void ofTheTeamsThatWereAskedTheOneThatGoesIsLeft() {
        announcer.announce(story.teamAsked(HTD, 1), SOC_TRANG);
        announcer.announce(story.teamAsked(CHO_RAY, 2), SOC_TRANG);
        await().until(() -> sees(HTD) && sees(CHO_RAY));

        announcer.announce(story.teamGoes(CHO_RAY), SOC_TRANG);

        await().until(() -> !sees(HTD) && sees(CHO_RAY));
    }

    @Test
    void theHospitalOfAnEmergencyStopIsForgottenAtTheArrivalElsewhere() {
        announcer.announce(
                new TransferEvent.PatientStoppedV1(story.ref(1), CHO_RAY, Instant.now()),
                SOC_TRANG);
        await().until(() -> sees(CHO_RAY));

        announcer.announce(story.arrived(1), SOC_TRANG);

        await().until(() -> !sees(CHO_RAY) && sees(HTD));
    }

    private boolean sees(OrganisationCode organisation) {
        return relations.held(story.transfer(), Set.of(organisation), null).isPresent();
    }
}
