package vn.lienvien.local;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Services drain while broker and database still answer; the database goes last. */
final class StopOrder {
    private StopOrder() {}

    static void run(List<ServiceProcess> services, Part kafka, Part postgres, Progress progress) {
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            services.forEach(service -> together.execute(() -> stop(service, progress)));
        }
        stop(kafka, progress);
        stop(postgres, progress);
    }

    private static void stop(Part part, Progress progress) {
        boolean ran = part.alive();
        part.retire();
        if (ran) {
            progress.say(part.name() + " stopped");
        }
    }
}
