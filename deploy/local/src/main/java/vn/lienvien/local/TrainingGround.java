package vn.lienvien.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lienvien.local.issuer.Issuer;

/** Scratch folder, scratch databases and a broker that is not there: nothing real is touched. */
record TrainingGround(
        Path folder, PostgresProcess postgres, Surroundings surroundings, Issuer issuer) {

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
                () ->
                        Rehearsal.of(
                                trained.url(),
                                service.paths(),
                                issuer.token("coordinator@soyte-hcm")),
                () -> postgres.dropDatabase(database));
    }

    private TrainingRun ofTheBroker() {
        AotCache cache = AotCache.ofTheBroker();
        Path scratch = folder.resolve("kafka");
        KafkaProcess trained = new KafkaProcess(scratch, 0, JavaStart.training(cache), Map.of());
        return new TrainingRun(
                cache, trained, () -> clear(scratch), trained::createTopics, () -> clear(scratch));
    }

    private static void clear(Path scratch) {
        try {
            Folders.delete(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
