package vn.lienvien.transfer.journey.adapter.kafka;

import java.time.Instant;
import vn.lienvien.events.AgeGroup;
import vn.lienvien.events.CaseCode;
import vn.lienvien.events.EcmoMode;
import vn.lienvien.events.EcmoStatus;
import vn.lienvien.events.Finding;
import vn.lienvien.events.Needs;
import vn.lienvien.events.OfferRef;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.Routing;
import vn.lienvien.events.Search;
import vn.lienvien.events.Specialty;
import vn.lienvien.events.TransferRef;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.UnitRef;
import vn.lienvien.events.Urgency;
import vn.lienvien.transfer.journey.domain.Offer;
import vn.lienvien.transfer.journey.domain.OfferId;
import vn.lienvien.transfer.journey.domain.OfferKind;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.Place;
import vn.lienvien.transfer.journey.domain.SlotId;
import vn.lienvien.transfer.journey.domain.Transfer;
import vn.lienvien.transfer.journey.domain.Unit;

/** Between our words and those of the contract. */
final class Wire {

    private Wire() {}

    static TransferRef ref(Transfer transfer) {
        return new TransferRef(
                transfer.about().id().value(),
                new CaseCode(transfer.about().caseCode().value()),
                code(transfer.about().origin()),
                same(Urgency.class, transfer.priority().urgency()),
                transfer.attempt());
    }

    static Search search(Transfer transfer) {
        var search = transfer.search();
        return new Search(
                same(Routing.class, search.routing()),
                code(search.organisation()),
                code(search.unit()),
                transfer.priority().endorsed(),
                search.topRank(),
                needs(search.needs()));
    }

    private static Needs needs(vn.lienvien.transfer.journey.domain.Needs needs) {
        return new Needs(
                same(EcmoStatus.class, needs.ecmoStatus()),
                same(EcmoMode.class, needs.ecmoMode()),
                same(AgeGroup.class, needs.ageGroup()),
                needs.ageYears(),
                needs.weightKg(),
                same(Finding.class, needs.crrt()),
                same(Finding.class, needs.isolation()),
                needs.specialties().stream().map(one -> same(Specialty.class, one)).toList(),
                needs.wishes().stream().map(Wire::code).toList());
    }

    static OrganisationCode code(Organisation organisation) {
        return organisation == null ? null : new OrganisationCode(organisation.code());
    }

    static UnitCode code(Unit unit) {
        return unit == null ? null : new UnitCode(unit.code());
    }

    static UnitRef unit(Place place) {
        return new UnitRef(code(place.unit()), code(place.organisation()));
    }

    static Organisation organisation(OrganisationCode code) {
        return new Organisation(code.value());
    }

    /** Enums of the domain have the contract's names; a test holds them together. */
    static <E extends Enum<E>> E same(Class<E> type, Enum<?> value) {
        return value == null ? null : Enum.valueOf(type, value.name());
    }

    static Offer offer(OfferRef ref, Instant until, boolean consulting) {
        return new Offer(
                new OfferId(ref.offerId()),
                ref.number(),
                same(OfferKind.class, ref.kind()),
                new Unit(ref.unit().value()),
                organisation(ref.organisation()),
                ref.slotId() == null ? null : new SlotId(ref.slotId()),
                until,
                false,
                consulting);
    }
}
