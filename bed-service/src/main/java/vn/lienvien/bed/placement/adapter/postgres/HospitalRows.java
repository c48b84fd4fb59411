package vn.lienvien.bed.placement.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Place;

/** What of a hospital goes into the queue and into the look at its units. */
final class HospitalRows {

    static final String VALID =
            " and h.valid_from <= (select today()) and (h.valid_to is null or h.valid_to >= (select today()))";

    private HospitalRows() {}

    static Place place(ResultSet row, int column) throws SQLException {
        double latitude = row.getDouble(column);
        return row.wasNull()
                ? null
                : new Place(latitude, row.getDouble(column + 1), row.getString(column + 2));
    }

    static Set<OrganisationId> organisations(java.sql.Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray())
                .map(OrganisationId::new)
                .collect(Collectors.toSet());
    }
}
