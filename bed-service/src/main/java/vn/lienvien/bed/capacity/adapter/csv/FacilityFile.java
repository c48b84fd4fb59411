package vn.lienvien.bed.capacity.adapter.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import vn.lienvien.bed.capacity.application.Facility;
import vn.lienvien.bed.capacity.application.LoadingFacilities;

/** The real hospitals, as shipped in facilities.csv (coordinates: OpenStreetMap, ODbL). */
@ApplicationScoped
class FacilityFile {

    private final LoadingFacilities loading;

    FacilityFile(LoadingFacilities loading) {
        this.loading = loading;
    }

    void load(@Observes StartupEvent started) {
        loading.load(read());
    }

    static List<Facility> read() {
        try (var file =
                        Objects.requireNonNull(
                                FacilityFile.class.getResourceAsStream("/facilities.csv"));
                var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().map(FacilityFile::facility).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Facility facility(NamedCsvRecord row) {
        return new Facility(
                field(row, "code"),
                field(row, "role"),
                field(row, "name_vi"),
                field(row, "name_vi_after_2025"),
                field(row, "name_en"),
                field(row, "level"),
                field(row, "former_province"),
                field(row, "province_after_2025_merger"),
                number(field(row, "lat")),
                number(field(row, "lon")),
                field(row, "coord_kind"),
                field(row, "ecmo"),
                field(row, "ecmo_basis"),
                field(row, "population"),
                field(row, "crrt"),
                field(row, "isolation"),
                field(row, "icu_beds_if_published"),
                field(row, "phone_if_public"),
                field(row, "source"),
                field(row, "confidence"),
                field(row, "valid_to") == null ? null : LocalDate.parse(field(row, "valid_to")));
    }

    private static Double number(String field) {
        return field == null ? null : Double.valueOf(field);
    }

    /** Blank is unknown. */
    private static String field(NamedCsvRecord row, String column) {
        var field = row.getField(column).strip();
        return field.isEmpty() ? null : field;
    }
}
