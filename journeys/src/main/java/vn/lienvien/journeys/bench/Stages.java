package vn.lienvien.journeys.bench;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.lienvien.journeys.Databases;

/**
 * Where the time of a chain goes, by the database's clock: when each service had written its part
 * and when its relay had stamped it.
 */
record Stages(Databases databases) {

    private static final Map<String, String> FIRST =
            Map.of(
                    "transfer", "%.transfer.requested.v%",
                    "bed", "%.placement.slot-held.v%",
                    "notification", "%.alert.obligation-opened.v%");

    private static final List<String> NAMES =
            List.of(
                    "request stored → sent",
                    "request stored → slot held",
                    "slot held → sent",
                    "slot held → alert stored",
                    "alert stored → sent");

    /** Medians in milliseconds over the last so many chains. */
    void tell(Report report, int chains) throws SQLException {
        Map<String, double[][]> times = new TreeMap<>();
        for (var part : List.of("transfer", "bed", "notification")) {
            read(part, chains, times);
        }
        var whole =
                times.values().stream()
                        .filter(t -> Arrays.stream(t).allMatch(each -> each != null))
                        .toList();
        report.line(
                "  where the time of one at a time goes, medians of %d chains:"
                        .formatted(whole.size()));
        for (var n = 0; n < NAMES.size(); n++) {
            var stage = n;
            var sorted = whole.stream().mapToDouble(t -> between(t, stage)).sorted().toArray();
            if (sorted.length > 0) {
                report.line(
                        "    %-32s %6.1f ms".formatted(NAMES.get(n), sorted[sorted.length / 2]));
            }
        }
    }

    private static double between(double[][] times, int stage) {
        return switch (stage) {
            case 0 -> times[0][1] - times[0][0];
            case 1 -> times[1][0] - times[0][0];
            case 2 -> times[1][1] - times[1][0];
            case 3 -> times[2][0] - times[1][0];
            default -> times[2][1] - times[2][0];
        };
    }

    private void read(String part, int chains, Map<String, double[][]> into) throws SQLException {
        var column = List.of("transfer", "bed", "notification").indexOf(part);
        var sql =
                """
                select key, min(extract(epoch from recorded_at) * 1000), min(extract(epoch from published_at) * 1000)
                from outbox where type like '%s' and published_at is not null
                group by key order by min(recorded_at) desc limit %d
                """
                        .formatted(FIRST.get(part), chains);
        for (var row : databases.rows(part, sql)) {
            into.computeIfAbsent(row.get(0), _ -> new double[3][])[column] =
                    new double[] {Double.parseDouble(row.get(1)), Double.parseDouble(row.get(2))};
        }
    }
}
