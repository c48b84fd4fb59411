package vn.lienvien.notification.channel;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import vn.lienvien.kit.time.Repeating;
import vn.lienvien.notification.channel.Deliveries.Ordered;
import vn.lienvien.notification.channel.DeliveryQueue.Claim;
import vn.lienvien.notification.channel.Outcome.Deferred;
import vn.lienvien.notification.channel.Outcome.Delivered;
import vn.lienvien.notification.channel.Outcome.Failed;
import vn.lienvien.notification.channel.Outcome.Fault;

/**
 * Tries what is due, woken right after an order commits and every second as a net. U0 and U1 have
 * workers of their own. Any number of replicas may do so at once: {@link DeliveryQueue} gives each
 * delivery to one.
 */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final DeliveryQueue queue;
    private final Settling settling;
    private final Channels channels;
    private final Wellness wellness;
    private final BackOff backOff;
    private final ChannelConfig config;
    private final MeterRegistry metrics;
    private final List<Lane> lanes;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Dispatcher(
            DeliveryQueue queue,
            Settling settling,
            Channels channels,
            Wellness wellness,
            BackOff backOff,
            ChannelConfig config,
            MeterRegistry metrics) {
        this.queue = queue;
        this.settling = settling;
        this.channels = channels;
        this.wellness = wellness;
        this.backOff = backOff;
        this.config = config;
        this.metrics = metrics;
        this.lanes =
                List.of(
                        new Lane(true, new Semaphore(config.urgentWorkers())),
                        new Lane(false, new Semaphore(config.workers())));
    }

    void start(@Observes StartupEvent event, Repeating repeating) {
        repeating.every(Duration.ofSeconds(1), "sending", this::wake);
    }

    /** Something may be due. */
    void wake() {
        lanes.forEach(lane -> run(lane::fill));
    }

    void ordered(@Observes(during = TransactionPhase.AFTER_SUCCESS) Ordered order) {
        wake();
    }

    /** What a stopping replica leaves undone, another takes when the lease ends. */
    void stop(@Observes ShutdownEvent event) {
        threads.shutdown();
    }

    private void run(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("stopping: what is due is left to another replica");
        }
    }

    private final class Lane {

        private final boolean urgentOnly;
        private final Semaphore free;

        Lane(boolean urgentOnly, Semaphore free) {
            this.urgentOnly = urgentOnly;
            this.free = free;
        }

        /** As many as there are free workers; each looks for the next when it is done. */
        void fill() {
            while (free.tryAcquire()) {
                Optional<Claim> next = claim();
                if (next.isEmpty()) {
                    free.release();
                    return;
                }
                run(
                        () -> {
                            try {
                                attempt(next.get());
                            } finally {
                                free.release();
                                fill();
                            }
                        });
            }
        }

        /** An error must not keep the place that was taken for what is claimed. */
        private Optional<Claim> claim() {
            try {
                return queue.claim(urgentOnly);
            } catch (Throwable e) {
                LOG.warn("deliveries cannot be claimed now", e);
                return Optional.empty();
            }
        }
    }

    private void attempt(Claim claim) {
        Delivery delivery = claim.delivery();
        String name = delivery.way().channel();
        if (!channels.isSetUp(name)) {
            finish(delivery, Outcome.failed("channel-off", Fault.CHANNEL));
            return;
        }
        Channel channel = channels.named(name);
        String counterpart = channel.counterpart(delivery);
        if (!wellness.allows(counterpart)) {
            settling.missed(delivery, "channel-unwell", config.rest(), false);
            return;
        }
        if (delivery.attempts() == 1) {
            metrics.timer("lienvien.channel.first.attempt", "channel", name)
                    .record(Duration.between(delivery.orderedAt(), claim.at()));
        }
        Outcome outcome = deliver(channel, delivery);
        wellness.note(counterpart, outcome);
        finish(delivery, outcome);
    }

    /** A channel's bug must not leave its deliveries going round unseen. */
    private static Outcome deliver(Channel channel, Delivery delivery) {
        try {
            return channel.deliver(delivery);
        } catch (Throwable e) {
            LOG.errorf(e, "channel %s broke on delivery %s", channel.name(), delivery.reference());
            return Outcome.deferred("channel-broken", Fault.CHANNEL);
        }
    }

    private void finish(Delivery delivery, Outcome outcome) {
        metrics.counter(
                        "lienvien.channel.outcomes",
                        "channel",
                        delivery.way().channel(),
                        "outcome",
                        outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .increment();
        switch (outcome) {
            case Delivered(String gatewayId) -> settling.sent(delivery, gatewayId);
            case Deferred(String reason, Duration notBefore, _) ->
                    settling.missed(
                            delivery,
                            reason,
                            backOff.after(delivery.attempts(), notBefore),
                            isPatient(delivery));
            case Failed(String reason, _) -> settling.failed(delivery, reason);
        }
    }

    private boolean isPatient(Delivery delivery) {
        return !delivery.notice().urgent() && delivery.attempts() < config.patience();
    }
}
