package vn.lienvien.bed.placement.adapter.osrm;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import vn.lienvien.bed.placement.application.Roads;
import vn.lienvien.bed.placement.domain.Place;

/**
 * A routing machine that speaks OSRM's table service, version 1: {@code
 * /table/v1/driving/lon,lat;lon,lat?sources=0&annotations=duration}. Only the coordinates of
 * hospitals leave the house.
 */
@ApplicationScoped
class OsrmRouter implements Roads.Router {

    private static final Logger LOG = Logger.getLogger(OsrmRouter.class);

    /** OSRM answers for a hundred coordinates at most, unless told otherwise. */
    private static final int TABLE = 99;

    private final ObjectMapper json;
    private final Roads.RouterAddress osrm;
    private final HttpClient http;

    OsrmRouter(ObjectMapper json, Roads.RouterAddress osrm) {
        this.json = json;
        this.osrm = osrm;
        this.http =
                osrm.url().isEmpty()
                        ? null
                        : HttpClient.newBuilder().connectTimeout(osrm.timeout()).build();
    }

    @PreDestroy
    void close() {
        if (http != null) {
            http.shutdownNow();
        }
    }

    @Override
    public boolean present() {
        return http != null;
    }

    @Override
    public Optional<List<Optional<Integer>>> minutes(Place from, List<Place> to) {
        if (http == null) {
            return Optional.empty();
        }
        var all = new ArrayList<Optional<Integer>>();
        for (int i = 0; i < to.size(); i += TABLE) {
            var some = to.subList(i, Math.min(to.size(), i + TABLE));
            var durations = table(from, some);
            if (durations.isEmpty()) {
                return Optional.empty();
            }
            durations.get().forEach(it -> all.add(minutes(it)));
        }
        return Optional.of(all);
    }

    private Optional<List<Double>> table(Place from, List<Place> to) {
        try {
            var request = HttpRequest.newBuilder(uri(from, to)).timeout(osrm.timeout()).build();
            var response = http.send(request, BodyHandlers.ofByteArray());
            var table = json.readValue(response.body(), Table.class);
            if (response.statusCode() == 200 && table.answers(to.size())) {
                return Optional.of(table.durations().getFirst().subList(1, to.size() + 1));
            }
            LOG.warnf("the router answered %d %s", response.statusCode(), table.code());
        } catch (IOException e) {
            LOG.warnf("the router did not answer: %s", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private URI uri(Place from, List<Place> to) {
        var coordinates =
                Stream.concat(Stream.of(from), to.stream())
                        .map(
                                it ->
                                        String.format(
                                                Locale.ROOT,
                                                "%.6f,%.6f",
                                                it.longitude(),
                                                it.latitude()))
                        .collect(Collectors.joining(";"));
        return URI.create(
                osrm.url().get()
                        + "/table/v1/driving/"
                        + coordinates
                        + "?sources=0&annotations=duration");
    }

    private static Optional<Integer> minutes(Double seconds) {
        return seconds == null
                ? Optional.empty()
                : Optional.of(Math.round(seconds.floatValue() / Duration.ofMinutes(1).toSeconds()));
    }

    /**
     * @param durations from the one source to all coordinates, itself first, in seconds; null where
     *     no road leads
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Table(String code, List<List<Double>> durations) {

        boolean answers(int destinations) {
            return "Ok".equals(code)
                    && durations != null
                    && durations.size() == 1
                    && durations.getFirst().size() == destinations + 1;
        }
    }
}
