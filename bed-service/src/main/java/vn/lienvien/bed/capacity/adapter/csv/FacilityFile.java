package vn.lienvien.bed.capacity.adapter.csv;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
                Objects.requireNonNull(FacilityFile.class.getResourceAsStream("/facilities.csv"))) {
            return Csv.rows(new String(file.readAllBytes(), StandardCharsets.UTF_8)).stream()
                    .map(FacilityFile::facility)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Facility facility(Map<String, String> row) {
        return new Facility(
                row.get("code"),
                row.get("role"),
                row.get("name_vi"),
                row.get("name_vi_after_2025"),
                row.get("name_en"),
                row.get("level"),
                row.get("former_province"),
                row.get("province_after_2025_merger"),
                number(row.get("lat")),
                number(row.get("lon")),
                row.get("coord_kind"),
                row.get("ecmo"),
                row.get("ecmo_basis"),
                row.get("population"),
                row.get("crrt"),
                row.get("isolation"),
                row.get("icu_beds_if_published"),
                row.get("phone_if_public"),
                row.get("source"),
                row.get("confidence"),
                row.get("valid_to") == null ? null : LocalDate.parse(row.get("valid_to")));
    }

    private static Double number(String field) {
        return field == null ? null : Double.valueOf(field);
    }
}
