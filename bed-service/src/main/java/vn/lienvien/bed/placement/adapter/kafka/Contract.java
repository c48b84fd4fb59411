package vn.lienvien.bed.placement.adapter.kafka;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienvien.bed.placement.domain.AgeGroup;
import vn.lienvien.bed.placement.domain.Asked;
import vn.lienvien.bed.placement.domain.CaseRef;
import vn.lienvien.bed.placement.domain.EcmoMode;
import vn.lienvien.bed.placement.domain.EcmoStatus;
import vn.lienvien.bed.placement.domain.Finding;
import vn.lienvien.bed.placement.domain.Needs;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Routing;
import vn.lienvien.bed.placement.domain.Search;
import vn.lienvien.bed.placement.domain.Specialty;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Urgency;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.events.CaseCode;
import vn.lienvien.events.OfferKind;
import vn.lienvien.events.OfferRef;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.TransferRef;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.UnitRef;

/** The words of the contract in the words of this service, and back. */
final class Contract {

    private Contract() {}

    static CaseRef caseOf(TransferRef transfer) {
        return new CaseRef(
                new TransferId(transfer.transferId()),
                transfer.caseCode().value(),
                organisation(transfer.origin()),
                named(Urgency.class, transfer.urgency()),
                transfer.attempt());
    }

    static Search search(vn.lienvien.events.Search wanted) {
        return new Search(
                named(Routing.class, wanted.routing()),
                organisation(wanted.organisation()),
                wanted.unit() == null ? null : new UnitId(wanted.unit().value()),
                wanted.endorsed(),
                wanted.topRank(),
                needs(wanted.needs()));
    }

    static OrganisationId organisation(OrganisationCode code) {
        return code == null ? null : new OrganisationId(code.value());
    }

    static OrganisationCode code(OrganisationId organisation) {
        return new OrganisationCode(organisation.value());
    }

    static TransferRef ref(CaseRef of) {
        return new TransferRef(
                of.transfer().value(),
                new CaseCode(of.caseCode()),
                code(of.origin()),
                named(vn.lienvien.events.Urgency.class, of.urgency()),
                of.attempt());
    }

    static OfferRef ref(Asked asked) {
        return new OfferRef(
                asked.id().value(),
                asked.number(),
                named(OfferKind.class, asked.kind()),
                new UnitCode(asked.ward().unit().value()),
                code(asked.ward().organisation()),
                asked.slot() == null ? null : asked.slot().value());
    }

    static UnitRef ref(Ward ward) {
        return new UnitRef(new UnitCode(ward.unit().value()), code(ward.organisation()));
    }

    /** The same word in another vocabulary; a test proves that no word is missing. */
    static <E extends Enum<E>> E named(Class<E> vocabulary, Enum<?> word) {
        return word == null ? null : Enum.valueOf(vocabulary, word.name());
    }

    private static Needs needs(vn.lienvien.events.Needs wanted) {
        return new Needs(
                named(EcmoStatus.class, wanted.ecmoStatus()),
                named(EcmoMode.class, wanted.ecmoMode()),
                named(AgeGroup.class, wanted.ageGroup()),
                wanted.ageYears(),
                wanted.weightKg(),
                finding(wanted.crrt()),
                finding(wanted.isolation()),
                wanted.specialties() == null
                        ? Set.of()
                        : wanted.specialties().stream()
                                .map(it -> named(Specialty.class, it))
                                .collect(Collectors.toSet()),
                wanted.wishes() == null
                        ? List.of()
                        : wanted.wishes().stream().map(Contract::organisation).toList());
    }

    private static Finding finding(vn.lienvien.events.Finding found) {
        return found == null ? Finding.UNKNOWN : named(Finding.class, found);
    }
}
