package vn.lienvien.bed.placement.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.bed.placement.domain.AgeGroup;
import vn.lienvien.bed.placement.domain.EcmoMode;
import vn.lienvien.bed.placement.domain.EcmoStatus;
import vn.lienvien.bed.placement.domain.Finding;
import vn.lienvien.bed.placement.domain.NotNowReason;
import vn.lienvien.bed.placement.domain.OfferKind;
import vn.lienvien.bed.placement.domain.PausedBecause;
import vn.lienvien.bed.placement.domain.ReleasedBecause;
import vn.lienvien.bed.placement.domain.Routing;
import vn.lienvien.bed.placement.domain.SoughtBecause;
import vn.lienvien.bed.placement.domain.Specialty;
import vn.lienvien.bed.placement.domain.Urgency;
import vn.lienvien.bed.placement.domain.WithdrawnBecause;
import vn.lienvien.events.PlacementEvent;
import vn.lienvien.events.TransferEvent;

/** The domain has its own words; each must be one of the contract's where it is said or heard. */
class VocabularyTest {

    @ParameterizedTest
    @MethodSource("words")
    <E extends Enum<E>> void everyWordIsUnderstood(Enum<?> word, Class<E> by) {
        assertThatCode(() -> Contract.named(by, word)).doesNotThrowAnyException();
    }

    static Stream<Arguments> words() {
        return Stream.of(
                        heard(vn.lienvien.events.Urgency.values(), Urgency.class),
                        heard(Urgency.values(), vn.lienvien.events.Urgency.class),
                        heard(vn.lienvien.events.Routing.values(), Routing.class),
                        heard(vn.lienvien.events.EcmoStatus.values(), EcmoStatus.class),
                        heard(vn.lienvien.events.EcmoMode.values(), EcmoMode.class),
                        heard(vn.lienvien.events.AgeGroup.values(), AgeGroup.class),
                        heard(vn.lienvien.events.Finding.values(), Finding.class),
                        heard(vn.lienvien.events.Specialty.values(), Specialty.class),
                        heard(TransferEvent.SoughtBecause.values(), SoughtBecause.class),
                        heard(OfferKind.values(), vn.lienvien.events.OfferKind.class),
                        heard(NotNowReason.values(), PlacementEvent.NotNowReason.class),
                        heard(WithdrawnBecause.values(), PlacementEvent.WithdrawnBecause.class),
                        said(
                                ReleasedBecause.values(),
                                PlacementEvent.ReleasedBecause.class,
                                ReleasedBecause.ARRIVED_UNCONFIRMED,
                                ReleasedBecause.WITHDRAWN),
                        said(
                                PausedBecause.values(),
                                PlacementEvent.PausedBecause.class,
                                PausedBecause.UNIT_MISSING))
                .flatMap(it -> it);
    }

    private static Stream<Arguments> heard(Enum<?>[] words, Class<?> by) {
        return Stream.of(words).map(it -> arguments(it, by));
    }

    private static Stream<Arguments> said(Enum<?>[] words, Class<?> by, Enum<?>... unsaid) {
        return Stream.of(words)
                .filter(it -> Stream.of(unsaid).noneMatch(it::equals))
                .map(it -> arguments(it, by));
    }
}
