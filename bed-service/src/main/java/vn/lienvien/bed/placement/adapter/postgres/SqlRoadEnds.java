package vn.lienvien.bed.placement.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import vn.lienvien.bed.placement.application.RoadEnds;
import vn.lienvien.bed.placement.domain.Place;
import vn.lienvien.kit.sql.Sql;

@ApplicationScoped
class SqlRoadEnds implements RoadEnds {

    private static final String VALID =
            " h.latitude is not null and h.valid_from <= (select today())"
                    + " and (h.valid_to is null or h.valid_to >= (select today()))";

    /** Where somebody waits comes first; the others in an order that differs each time. */
    private static final String SENDERS =
            """
            select h.latitude, h.longitude, h.big_city from hospital h where
            """
                    + VALID
                    + """
                     order by exists (select 1 from placement p where p.origin = h.code
                        and p.stage in ('SEEKING', 'WAITING', 'OFFERED')) desc, random() limit ?
                    """;

    private static final String UNITS =
            "select distinct h.latitude, h.longitude, h.big_city from hospital h"
                    + " join unit u on u.organisation = h.code where u.activated and"
                    + VALID;

    private final Sql sql;

    SqlRoadEnds(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Place> senders(int atMost) {
        return sql.list(SENDERS, SqlRoadEnds::place, atMost);
    }

    @Override
    public List<Place> units() {
        return sql.list(UNITS, SqlRoadEnds::place);
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getDouble(1), row.getDouble(2), row.getString(3));
    }
}
