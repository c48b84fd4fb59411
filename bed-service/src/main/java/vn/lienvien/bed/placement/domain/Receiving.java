package vn.lienvien.bed.placement.domain;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.Optional;

/** The ward of a hospital in which a patient who came unannounced lies. */
public final class Receiving {

    private Receiving() {}

    /**
     * @param unit null when the team named the hospital only: then a ward for that age
     */
    public static Optional<Ward> ward(
            Collection<Candidate> wards, OrganisationId at, UnitId unit, Needs needs) {
        return wards.stream()
                .filter(it -> it.ward().organisation().equals(at))
                .min(
                        comparing((Candidate it) -> !it.ward().unit().equals(unit))
                                .thenComparing(it -> it.abilities().ages().takes(needs))
                                .thenComparing(it -> it.ward().unit().value()))
                .map(Candidate::ward);
    }
}
