package vn.lienvien.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.lienvien.local.issuer.Issuer;

/** Scratch folder, scratch databases and a broker that is not there: nothing real is touched. */
record TrainingGround(
        Path folder, PostgresProcess postgres, Surroundings surroundings, Issuer issuer) {

    private static final System.Logger LOG = System.getLogger("start-up archives");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    List<TrainingRun> runs(Set<Service> services) {
        List<TrainingRun> runs = new ArrayList<>();
        services.forEach(service -> runs.add(of(service)));
        runs.add(ofTheBroker());
        return runs;
    }

    private TrainingRun of(Service service) {
        AotCache cache = AotCache.of(service);
        String database = "training_" + service.database();
        ServiceProcess trained =
                new ServiceProcess(
                        service,
                        "training-" + service.database(),
                        0,
                        surroundings.of(service, database),
                        folder.resolve(service.database()),
                        JavaStart.training(cache));
        return new TrainingRun(
                cache,
                trained,
                () -> surroundings.makeDatabase(database),
                () -> rehearse(service, trained.url()),
                () -> postgres.dropDatabase(database));
    }

    private TrainingRun ofTheBroker() {
        AotCache cache = AotCache.ofTheBroker();
        Path scratch = folder.resolve("kafka");
        KafkaProcess trained = new KafkaProcess(scratch, 0, JavaStart.training(cache));
        return new TrainingRun(
                cache, trained, () -> clear(scratch), trained::createTopics, () -> clear(scratch));
    }

    /**
     * One read of each list: authentication, access, JSON and the database driver are all in it.
     */
    private void rehearse(Service service, URI url) {
        String token = issuer.token("coordinator@soyte-hcm");
        service.paths().forEach(path -> read(url.resolve(path), token));
    }

    private static void read(URI address, String token) {
        HttpRequest question =
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token)
                        .timeout(Duration.ofSeconds(2))
                        .build();
        try {
            HTTP.send(question, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "no answer, as from a stream without events", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void clear(Path scratch) {
        try {
            Folders.delete(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
