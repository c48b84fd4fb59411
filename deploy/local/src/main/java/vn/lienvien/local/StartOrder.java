package vn.lienvien.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Database and broker side by side, then the services side by side. */
record StartOrder(
        StackPlan plan,
        PostgresProcess postgres,
        KafkaProcess kafka,
        List<ServiceProcess> services,
        Secrets secrets,
        Progress progress) {

    void run() {
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            finish(
                    List.of(
                            together.submit(this::startPostgres),
                            together.submit(this::startKafka)));
            if (plan.afterRestore()) {
                new RestoredCounters(postgres, kafka.bootstrap(), plan.services()).raise(progress);
                new RestoredReaders(kafka.bootstrap(), plan.services()).rewind(progress);
                services.forEach(ServiceProcess::putCheckpointsAside);
            }
            List<Future<Void>> starting = new ArrayList<>();
            for (ServiceProcess service : services) {
                starting.add(together.submit(timed(service)));
            }
            finish(starting);
        }
    }

    private Void startPostgres() throws Exception {
        timed(postgres).call();
        Surroundings surroundings = new Surroundings(postgres, kafka.bootstrap(), 0, secrets);
        plan.services().forEach(service -> surroundings.makeDatabase(service.database()));
        return null;
    }

    private Void startKafka() throws Exception {
        timed(kafka).call();
        kafka.createTopics();
        return null;
    }

    private Callable<Void> timed(Part part) {
        return () -> {
            long begun = System.nanoTime();
            part.launch();
            progress.say(
                    "%s ready after %.1f s"
                            .formatted(part.name(), (System.nanoTime() - begun) / 1e9));
            return null;
        };
    }

    private static void finish(List<Future<Void>> all) {
        PartFailed failed = null;
        for (Future<Void> one : all) {
            try {
                one.get();
            } catch (ExecutionException e) {
                failed = failed != null ? failed : failureOf(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PartFailed("interrupted while starting", e);
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private static PartFailed failureOf(Throwable cause) {
        return cause instanceof PartFailed failed
                ? failed
                : new PartFailed(cause.getMessage(), cause);
    }
}
