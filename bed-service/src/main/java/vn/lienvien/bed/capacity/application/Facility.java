package vn.lienvien.bed.capacity.application;

import java.time.LocalDate;

/**
 * A row of facilities.csv; null is unknown.
 *
 * @param ecmo both, VV, VA or none
 * @param ecmoBasis source, estimate or unknown
 */
public record Facility(
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
        LocalDate validTo) {}
