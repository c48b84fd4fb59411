package vn.lienvien.bed.placement.adapter.osrm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienvien.bed.placement.application.Roads.RouterAddress;
import vn.lienvien.bed.placement.domain.Place;

/** Against a server of our own that keeps to OSRM's contract, or breaks it. */
class OsrmRouterTest {

    private static final Place SOC_TRANG = new Place(9.6, 105.9719, null);
    private static final Place HTD = new Place(10.7532, 106.6784, "Hồ Chí Minh");
    private static final Place ISLAND = new Place(8.6833, 106.6, null);
    private static final Duration PATIENT = Duration.ofSeconds(30);

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch neverMind = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void nobodyListens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        neverMind.countDown();
        server.stop(0);
    }

    @Test
    void oneTableIsAskedAndWhereNoRoadLeadsThereIsNone() {
        answers(200, "{\"code\":\"Ok\",\"durations\":[[0,15480.4,null]],\"sources\":[]}");

        assertThat(router(PATIENT).minutes(SOC_TRANG, List.of(HTD, ISLAND)))
                .contains(List.of(Optional.of(258), Optional.empty()));
        assertThat(asked)
                .containsExactly(
                        "/table/v1/driving/105.971900,9.600000;106.678400,10.753200;106.600000,8.683300"
                                + "?sources=0&annotations=duration");
    }

    @Test
    void moreThanATableHoldsIsAskedInSeveral() {
        server.createContext(
                "/",
                exchange -> {
                    int coordinates = exchange.getRequestURI().getPath().split(";").length;
                    var row =
                            IntStream.range(0, coordinates)
                                    .mapToObj(i -> String.valueOf(i * 60))
                                    .collect(Collectors.joining(","));
                    var body = "{\"code\":\"Ok\",\"durations\":[[" + row + "]]}";
                    asked.add(String.valueOf(coordinates));
                    exchange.sendResponseHeaders(200, body.length());
                    exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                });

        var minutes = router(PATIENT).minutes(SOC_TRANG, Collections.nCopies(150, HTD));

        assertThat(minutes.orElseThrow()).hasSize(150);
        assertThat(minutes.orElseThrow().get(98)).contains(99);
        assertThat(minutes.orElseThrow().get(99)).contains(1);
        assertThat(asked).containsExactly("100", "52");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|{\"code\":\"InvalidQuery\",\"message\":\"no\"}",
                "200|{\"code\":\"NoTable\"}",
                "200|{\"code\":\"Ok\",\"durations\":[[0]]}",
                "200|{\"code\":\"Ok\"}",
                "200|not json",
                "502|<html>",
                "200|"
            })
    void whatIsNotATableIsNoAnswer(int status, String body) {
        answers(status, body == null ? "" : body);

        assertThat(router(PATIENT).minutes(SOC_TRANG, List.of(HTD))).isEmpty();
    }

    @Test
    void aSlowRouterIsNotWaitedFor() {
        server.createContext(
                "/",
                exchange -> {
                    try {
                        neverMind.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    exchange.close();
                });

        assertThat(router(Duration.ofMillis(200)).minutes(SOC_TRANG, List.of(HTD))).isEmpty();
    }

    @Test
    void withoutAddressNobodyIsAsked() {
        var router =
                new OsrmRouter(new ObjectMapper(), new RouterAddress(Optional.empty(), PATIENT));

        assertThat(router.present()).isFalse();
        assertThat(router.minutes(SOC_TRANG, List.of(HTD))).isEmpty();
    }

    private void answers(int status, String body) {
        server.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestURI().toString());
                    var bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    private OsrmRouter router(Duration timeout) {
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new OsrmRouter(new ObjectMapper(), new RouterAddress(Optional.of(url), timeout));
    }
}
