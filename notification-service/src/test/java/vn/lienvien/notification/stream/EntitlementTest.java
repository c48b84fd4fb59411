package vn.lienvien.notification.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static vn.lienvien.notification.obligation.Story.CHO_RAY;
import static vn.lienvien.notification.obligation.Story.HTD;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.notification.stream.Entitlement.Tie;

/** Whether people of HTD hear of what happened at noon. */
class EntitlementTest {

    private static final Instant NOON = Instant.parse("2021-11-08T12:00:00Z");
    private static final Instant BEFORE = NOON.minusSeconds(1);
    private static final Instant AFTER = NOON.plusSeconds(1);

    @ParameterizedTest
    @MethodSource
    void whoHears(Set<OrganisationCode> audience, List<Tie> ties, boolean hears) {
        var frame = new Frame(1, audience, new UUID(1, 1), NOON, Buffer.buffer());

        assertThat(Entitlement.admits(frame, HTD, ties)).isEqualTo(hears);
    }

    static Stream<Arguments> whoHears() {
        var announced = Set.of(HTD);
        var toOthers = Set.of(CHO_RAY);
        return Stream.of(
                argumentSet("announced to it", announced, List.of(), true),
                argumentSet("announced to others", toOthers, List.of(), false),
                argumentSet("related now", toOthers, List.of(open(HTD)), true),
                argumentSet("others related", toOthers, List.of(open(CHO_RAY)), false),
                argumentSet("closed since", announced, List.of(closed(AFTER)), false),
                argumentSet("closed by this event", announced, List.of(closed(NOON)), true),
                argumentSet("closed before, told again", announced, List.of(closed(BEFORE)), true),
                argumentSet("closed, not announced", toOthers, List.of(closed(BEFORE)), false),
                argumentSet("one of two open", toOthers, List.of(closed(AFTER), open(HTD)), true),
                argumentSet(
                        "the later of two closings counts",
                        announced,
                        List.of(closed(BEFORE), closed(AFTER)),
                        false));
    }

    private static Tie open(OrganisationCode organisation) {
        return new Tie(organisation, null);
    }

    private static Tie closed(Instant at) {
        return new Tie(HTD, at);
    }
}
