package vn.lienvien.local;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;

/**
 * After a restore from a backup the broker still knows how far the readers had come, and would
 * never give them again what the backup does not hold; without a later event of the key no gap
 * shows it. Each group is forgotten, so that it reads the topics from their beginning: sequences
 * drop what the backup knows.
 */
record RestoredReaders(String bootstrap, Collection<Service> services) {
    /** A reader that was killed stays a member until its session ends, ten seconds later. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    void rewind(Progress progress) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            List<String> known =
                    admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                            .map(GroupListing::groupId)
                            .toList();
            for (Service service : services) {
                List<String> groups =
                        known.stream()
                                .filter(group -> group.startsWith(service.module() + "."))
                                .toList();
                for (String group : groups) {
                    forget(admin, group);
                }
                progress.say(
                        "after restore: %d readers of %s begin anew with what the topics still hold"
                                .formatted(groups.size(), service.module()));
            }
        } catch (ExecutionException e) {
            throw new PartFailed("the readers cannot be set back: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted while setting the readers back", e);
        }
    }

    private static void forget(Admin admin, String group)
            throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                admin.deleteConsumerGroups(List.of(group)).all().get();
                return;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof GroupIdNotFoundException) {
                    return;
                }
                if (!(e.getCause() instanceof GroupNotEmptyException)
                        || System.nanoTime() > deadline) {
                    throw e;
                }
                ChildProcess.pause(Duration.ofMillis(200));
            }
        }
    }
}
