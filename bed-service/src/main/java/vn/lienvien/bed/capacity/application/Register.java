package vn.lienvien.bed.capacity.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.lienvien.bed.capacity.domain.Report;
import vn.lienvien.bed.capacity.domain.Source;
import vn.lienvien.bed.placement.domain.UnitId;

/** The directory of hospitals and units, for reading. */
public interface Register {

    /** Hospitals that exist today, by code, after the given one. */
    List<HospitalPicture> hospitals(String after, int limit);

    List<UnitPicture> units(String after, int limit);

    Optional<UnitPicture> unit(UnitId unit);

    /**
     * @param ecmoBasis source or estimate; an estimate is shown as one
     * @param crrt null is unknown
     */
    record HospitalPicture(
            String code,
            String role,
            String nameVi,
            String nameViAfter2025,
            String nameEn,
            String level,
            String formerProvince,
            String province,
            Double latitude,
            Double longitude,
            String coordinateKind,
            String ecmo,
            String ecmoBasis,
            String population,
            String crrt,
            String isolation,
            String icuBedsPublished,
            String phone,
            String source,
            String confidence,
            LocalDate validFrom,
            LocalDate validTo) {}

    /**
     * @param reportedAt null when it never reported
     * @param askedAt when it was asked whether these numbers are still true; null when it answered
     * @param extraPromised of the slots held and confirmed, those opened beyond the reported beds
     * @param province null when its hospital is not in the register
     */
    record UnitPicture(
            String code,
            String organisation,
            String ages,
            String vv,
            String va,
            String crrt,
            String isolation,
            List<String> specialties,
            boolean mobileTeam,
            boolean activated,
            int readyForOutside,
            String dutyPhone,
            String doubt,
            Slots slots,
            int extraPromised,
            Report report,
            Instant reportedAt,
            Source source,
            Instant askedAt,
            Instant readAt,
            String province,
            boolean inSurge,
            boolean invented) {}

    record Slots(int free, int held, int confirmed, int occupied, int cleaning, int closed) {}
}
