package vn.lienvien.notification.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienvien.events.AlertEvent.DutyRole;
import vn.lienvien.events.AlertEvent.ObligationEnd;
import vn.lienvien.events.AlertEvent.ObligationKind;
import vn.lienvien.events.EventType;
import vn.lienvien.events.EventTypes;
import vn.lienvien.notification.obligation.domain.Effect;
import vn.lienvien.notification.obligation.domain.End;
import vn.lienvien.notification.obligation.domain.Kind;
import vn.lienvien.notification.obligation.domain.LadderRule;
import vn.lienvien.notification.obligation.domain.Policies;
import vn.lienvien.notification.obligation.domain.Policy;
import vn.lienvien.notification.obligation.domain.Role;
import vn.lienvien.notification.obligation.domain.Rung;
import vn.lienvien.notification.obligation.domain.Scope;
import vn.lienvien.notification.obligation.domain.Source;
import vn.lienvien.notification.obligation.domain.Urgency;
import vn.lienvien.notification.obligation.domain.Whose;

/** The tables we ship leave no gap. */
class PolicyTablesTest {

    private static final Policies SHIPPED = PolicyTables.read(Optional.empty());

    /** Only a person can end these. */
    private static final Set<Kind> FOR_A_PERSON =
            EnumSet.of(Kind.KNOW_ENDED, Kind.CHECK_CONTRADICTION);

    @Test
    void everyKindIsOpenedBySomething() {
        assertThat(SHIPPED.openings().stream().map(Policy::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void everyKindIsEndedBySomethingOrNeedsAPerson() {
        var ended = SHIPPED.effects().stream().map(Effect::kind).collect(Collectors.toSet());
        assertThat(EnumSet.complementOf(EnumSet.copyOf(ended))).isEqualTo(FOR_A_PERSON);
    }

    @Test
    void everyNameIsAnEventOfOurs() {
        var events =
                EventTypes.all()
                        .map(type -> type.getAnnotation(EventType.class).value())
                        .collect(Collectors.toSet());
        var named =
                Stream.concat(
                                SHIPPED.openings().stream().map(Policy::on),
                                SHIPPED.effects().stream().map(Effect::on))
                        .filter(name -> Source.of(name) != Source.SERVICE)
                        .map(name -> name.replaceAll("/.*", ""));
        assertThat(named).isSubsetOf(events);
    }

    /**
     * No transfer event names an offer: an effect by offer that crossed topics would never come.
     */
    @Test
    void offersAreOnlySpokenOfWithinOneTopic() {
        for (var effect : SHIPPED.effects()) {
            if (effect.scope() == Scope.OFFER) {
                assertThat(SHIPPED.openings())
                        .filteredOn(policy -> policy.kind() == effect.kind())
                        .allMatch(policy -> Source.of(policy.on()) == Source.of(effect.on()));
            }
        }
    }

    @Test
    void whatMustBeKnownOfATransferHasATimeForEveryClassThatItOpensFor() {
        assertThat(SHIPPED.openings()).allSatisfy(p -> assertThat(p.dueAfter()).isNotEmpty());
        assertThat(opening("placement.slot-held").dueAfter()).containsOnlyKeys(Urgency.values());
    }

    @Test
    void ourWordsAreThoseOfTheContract() {
        assertThat(names(ObligationKind.values())).containsAll(names(Kind.values()));
        assertThat(names(DutyRole.values())).containsExactlyElementsOf(names(Role.values()));
        assertThat(names(ObligationEnd.values())).containsAll(names(End.values()));
    }

    /** Of the register that bed-service ships. */
    @Test
    void everyHospitalHasItsAuthority() throws IOException {
        var register = Path.of("../bed-service/src/main/resources/facilities.csv");
        var hospitals =
                Files.readAllLines(register).stream()
                        .skip(1)
                        .map(it -> it.split(",", 2)[0])
                        .toList();

        assertThat(SHIPPED.authorities().keySet()).containsExactlyInAnyOrderElementsOf(hospitals);
        assertThat(SHIPPED.authorityOver("mh-175")).hasValue("cuc-quan-y");
        assertThat(SHIPPED.authorityOver("cho-ray")).hasValue("boyte");
        assertThat(SHIPPED.authorityOver("htd-hcmc")).hasValue("soyte-hcm");
    }

    @Test
    void offersClimbAtHalfAndEightyPerCentAndTheCoordinatorIsToldAtTheLapse() {
        assertThat(SHIPPED.ladder("offer", null, null).rungs())
                .extracting(Rung::percent, Rung::tells)
                .containsExactly(
                        tuple(0, null),
                        tuple(50, null),
                        tuple(50, Role.HEAD_OF_UNIT),
                        tuple(80, null),
                        tuple(80, Role.LEADER),
                        tuple(100, Role.COORDINATOR),
                        tuple(150, Role.AUTHORITY));
        assertThat(SHIPPED.ladder("handover", null, null).rungs().getFirst().percent())
                .isEqualTo(50);
    }

    @Test
    void theCoordinatorIsAtTheFootOfWhatIsUrgent() {
        for (var name : List.of("offer-now", "team-now")) {
            assertThat(SHIPPED.ladder(name, null, null).rungs())
                    .as(name)
                    .contains(new Rung(0, Role.COORDINATOR, Whose.COORDINATOR));
        }
    }

    @Test
    void noLadderGoesDown() {
        assertThat(SHIPPED.ladders())
                .extracting(LadderRule::ladder)
                .allSatisfy(
                        ladder ->
                                assertThat(ladder.rungs())
                                        .as(ladder.name())
                                        .isSortedAccordingTo(
                                                Comparator.comparingInt(Rung::percent)));
    }

    @Test
    void anInstallationMayReplaceATable(@TempDir Path own) throws IOException {
        Files.writeString(
                own.resolve("ladders.txt"), "quick  *  U0,U1  cho-ray  0,100:LEADER@NAMED\n");

        var ladder = PolicyTables.read(Optional.of(own)).ladders().getFirst();

        assertThat(ladder.organisation()).isEqualTo("cho-ray");
        assertThat(ladder.urgencies()).containsExactlyInAnyOrder(Urgency.U0, Urgency.U1);
        assertThat(ladder.ladder().rungs().getLast().tells()).isEqualTo(Role.LEADER);
        assertThat(PolicyTables.read(Optional.of(own)).openings()).isEqualTo(SHIPPED.openings());
    }

    @Test
    void aTableThatMakesNoSenseStopsTheStart(@TempDir Path own) throws IOException {
        Files.writeString(own.resolve("openings.txt"), "placement.slot-held ANSWER DOCTOR\n");

        assertThatThrownBy(() -> PolicyTables.read(Optional.of(own)))
                .isInstanceOf(IllegalArgumentException.class);

        Files.delete(own.resolve("openings.txt"));
        Files.writeString(
                own.resolve("effects.txt"),
                "ANSWER_OFFER OFFER PAUSES placement.consulting-started\n");
        assertThatThrownBy(() -> PolicyTables.read(Optional.of(own)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("for how long");
    }

    private static Policy opening(String on) {
        return SHIPPED.openings().stream()
                .filter(policy -> policy.on().equals(on))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> stream(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name);
    }

    private static Iterable<String> names(Enum<?>[] values) {
        return stream(values).toList();
    }
}
