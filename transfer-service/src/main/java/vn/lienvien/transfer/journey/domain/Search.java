package vn.lienvien.transfer.journey.domain;

/**
 * What bed-service is asked to find.
 *
 * @param organisation named with AGREED and ASK, else null
 * @param unit null unless the referring hospital knows it
 * @param topRank before all others of its class: a confirmed place was withdrawn, or the patient is
 *     on the road
 */
public record Search(
        Routing routing, Organisation organisation, Unit unit, Needs needs, boolean topRank) {

    Search towards(Routing routing, Organisation organisation, Unit unit) {
        return new Search(routing, organisation, unit, needs, topRank);
    }

    Search needing(NeedsChange change) {
        return new Search(routing, organisation, unit, change.appliedTo(needs), topRank);
    }

    Search needing(PatientNeeds before, PatientNeeds after) {
        return new Search(routing, organisation, unit, needs.amended(before, after), topRank);
    }

    Search atTopRank() {
        return new Search(routing, organisation, unit, needs, true);
    }

    boolean asksFor(Routing routing, Organisation organisation, Unit unit) {
        return equals(towards(routing, organisation, unit));
    }
}
