package vn.lienvien.journeys.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienvien.journeys.RunningSystem;
import vn.lienvien.journeys.World;
import vn.lienvien.local.Service;

/** People know one address only: what a service describes must be reached there. */
@ExtendWith(RunningSystem.class)
class EdgeJourney {

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @EnumSource
    void theEdgeLeadsToAllThatAServiceDescribes(Service service, World world) throws Exception {
        var edge = world.stack().url();
        var own = world.stack().service(service).url();
        var paths = described(edge.resolve("/openapi/" + service.database()));

        assertThat(paths).hasSizeGreaterThan(10);
        for (var path : paths) {
            var somewhere =
                    path.replace("{service}", service.database()).replaceAll("\\{[^}]+}", "some");
            assertThat(status(edge.resolve(somewhere)))
                    .as(path)
                    .isEqualTo(status(own.resolve(somewhere)));
        }
    }

    private List<String> described(URI description) throws IOException, InterruptedException {
        var paths = new ArrayList<String>();
        new ObjectMapper()
                .readTree(get(description).body())
                .path("paths")
                .fieldNames()
                .forEachRemaining(paths::add);
        return paths;
    }

    /** Without a token: the services' own answers are 401 or 405, and the edge's would be 404. */
    private int status(URI where) throws IOException, InterruptedException {
        return get(where).statusCode();
    }

    private HttpResponse<String> get(URI where) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(where).timeout(Duration.ofSeconds(60)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
