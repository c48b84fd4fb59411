package vn.lienvien.bed.capacity.adapter.rest.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lienvien.bed.capacity.domain.WardFacts;
import vn.lienvien.bed.placement.domain.Ages;
import vn.lienvien.bed.placement.domain.Finding;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Specialty;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;

/** What units are, in one file. */
public final class UnitSheet {

    public static final List<String> REQUIRED = List.of("unit", "ages");
    public static final List<String> OPTIONAL =
            List.of(
                    "vv",
                    "va",
                    "crrt",
                    "isolation",
                    "specialties",
                    "lacks",
                    "min_weight_kg",
                    "max_weight_kg",
                    "mobile_team",
                    "valid_to");

    private static final Pattern UNIT =
            Pattern.compile("([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\\.[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern WEIGHT = Pattern.compile("[0-9]{1,3}([.][0-9])?");

    private UnitSheet() {}

    /** What was read, and what must be corrected first. */
    public record Draft(List<WardFacts> facts, List<Fault.At> faults) {}

    /**
     * @param against what speaks against a unit, or null
     */
    public static Draft read(byte[] file, Function<WardFacts, Fault> against) throws Unreadable {
        var sheet = Sheet.read(file, REQUIRED, OPTIONAL);
        var seen = new HashSet<UnitId>();
        var facts =
                sheet.rows().stream()
                        .map(row -> facts(row, seen, against))
                        .filter(Objects::nonNull)
                        .toList();
        return new Draft(facts, sheet.faults());
    }

    private static WardFacts facts(Row row, Set<UnitId> seen, Function<WardFacts, Fault> against) {
        row.required("unit");
        row.required("ages");
        var ward = row.read("unit", Fault.UNIT_CODE, UnitSheet::ward);
        var facts =
                new WardFacts(
                        ward,
                        row.read("ages", Fault.NOT_A_WORD, Ages::valueOf),
                        finding(row, "vv"),
                        finding(row, "va"),
                        finding(row, "crrt"),
                        finding(row, "isolation"),
                        specialties(row, "specialties"),
                        specialties(row, "lacks"),
                        weight(row, "min_weight_kg"),
                        weight(row, "max_weight_kg"),
                        finding(row, "mobile_team") == Finding.YES,
                        row.read("valid_to", Fault.NOT_A_DATE, LocalDate::parse));
        if (facts.minWeightKg() != null
                && facts.maxWeightKg() != null
                && facts.minWeightKg().compareTo(facts.maxWeightKg()) >= 0) {
            row.fault("max_weight_kg", Fault.NOT_A_WEIGHT);
        }
        if (ward == null) {
            return null;
        }
        var fault = seen.add(ward.unit()) ? against.apply(facts) : Fault.UNIT_TWICE;
        if (fault != null) {
            row.fault("unit", fault);
        }
        return facts;
    }

    private static Ward ward(String code) {
        var matched = UNIT.matcher(code);
        if (!matched.matches()) {
            throw new IllegalArgumentException();
        }
        return new Ward(new UnitId(code), new OrganisationId(matched.group(1)));
    }

    /** Blank is unknown. */
    private static Finding finding(Row row, String column) {
        var found =
                row.read(
                        column,
                        Fault.NOT_A_WORD,
                        it -> Finding.valueOf(it.toUpperCase(Locale.ROOT)));
        return found == null ? Finding.UNKNOWN : found;
    }

    private static Set<Specialty> specialties(Row row, String column) {
        var read =
                row.read(
                        column,
                        Fault.NOT_A_WORD,
                        it ->
                                Arrays.stream(it.split("[ ,;]+", -1))
                                        .map(Specialty::valueOf)
                                        .collect(Collectors.toUnmodifiableSet()));
        return read == null ? Set.of() : read;
    }

    private static BigDecimal weight(Row row, String column) {
        return row.read(column, Fault.NOT_A_WEIGHT, UnitSheet::kilograms);
    }

    private static BigDecimal kilograms(String cell) {
        if (!WEIGHT.matcher(cell).matches() || new BigDecimal(cell).signum() == 0) {
            throw new IllegalArgumentException();
        }
        return new BigDecimal(cell);
    }
}
