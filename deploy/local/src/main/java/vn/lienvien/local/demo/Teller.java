package vn.lienvien.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.lienvien.local.client.Filing;
import vn.lienvien.local.client.Hospital;
import vn.lienvien.local.client.LienVien;
import vn.lienvien.local.client.LiveStream;
import vn.lienvien.local.client.LiveStream.Seen;
import vn.lienvien.local.client.Patience;
import vn.lienvien.local.client.Person;
import vn.lienvien.local.client.PlacementView;
import vn.lienvien.local.client.Transfer;
import vn.lienvien.local.client.Unanswered;

/** Tells a story step by step: the hour, who did what, and the events that came of it, live. */
final class Teller {

    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm").withZone(VIETNAM);

    /** A destination is held a free slot, or asked without one: confirming opens an extra bed. */
    static final String ASKED = "placement.slot-held|placement.offer-made";

    private static final Duration EVENT_COMES_WITHIN = Duration.ofSeconds(20);
    private static final String UNDER = " ".repeat(9);

    private final LienVien system;
    private final LiveStream stream;
    private final Clock clock;
    private final Terminal terminal;
    private final BlockingQueue<Seen> unread = new LinkedBlockingQueue<>();
    private Transfer transfer;

    Teller(LienVien system, LiveStream stream, Clock clock, Terminal terminal) {
        this.system = system;
        this.stream = stream;
        this.clock = clock;
        this.terminal = terminal;
        this.stream.onEach(unread::add);
    }

    Hospital hospital(String code) {
        return system.hospital(code);
    }

    Transfer transfer() {
        return transfer;
    }

    /** Whom the machine has asked, as the sender sees it. */
    PlacementView.Offer liveOffer(Person who) {
        return Patience.until(
                EVENT_COMES_WITHIN,
                "an open offer",
                () ->
                        who.placement(transfer).offers().stream()
                                .filter(PlacementView.Offer::live)
                                .findFirst());
    }

    /** The request itself, from the case's file. */
    void files(Person who, String caseName, Line said, String... caused) {
        step(
                0,
                who,
                said,
                p ->
                        transfer =
                                p.files(
                                        Filing.of(caseName, p.occurredAt())
                                                .put("occurredAt", p.occurredAt().toString())),
                caused);
    }

    /**
     * One thing that somebody did so many minutes after the request.
     *
     * @param caused the events that must come of it; {@code a|b} is one or the other
     */
    void step(int minute, Person who, Line said, Consumer<Person> does, String... caused) {
        clock.waitFor(Duration.ofMinutes(minute));
        var when = clock.at(Duration.ofMinutes(minute));
        terminal.line(
                "%s  %s".formatted(terminal.bold(HOUR.format(when)), terminal.bold(who.name())));
        terminal.line("%s%s".formatted(UNDER, said.vi()));
        terminal.line("%s%s".formatted(UNDER, terminal.dim(said.en())));
        does.accept(who.at(when));
        var events = eventsUntil(Arrays.asList(caused));
        if (!events.isEmpty()) {
            terminal.line("%s%s".formatted(UNDER, terminal.event("→ " + events)));
        }
        terminal.gap();
    }

    /** What bed-service decided is known at transfer-service a moment later. */
    void untilAccepted() {
        Patience.until(
                EVENT_COMES_WITHIN,
                "the transfer is accepted",
                () ->
                        Optional.of(system.person("coordinator", "soyte-hcm").sees(transfer))
                                .filter(view -> view.destination() != null));
    }

    private String eventsUntil(List<String> awaited) {
        var missing = new ArrayList<>(awaited);
        var told = new ArrayList<Seen>();
        var giveUp = Instant.now().plus(EVENT_COMES_WITHIN);
        while (!missing.isEmpty()) {
            var next = next(Duration.between(Instant.now(), giveUp));
            if (next == null) {
                throw new Unanswered("the live stream never showed " + missing, null);
            }
            if (ours(next)) {
                told.add(next);
                missing.removeIf(either -> List.of(either.split("\\|")).contains(next.type()));
            }
        }
        for (var more = unread.poll(); more != null; more = unread.poll()) {
            if (ours(more)) {
                told.add(more);
            }
        }
        return told.stream()
                .map(e -> e.type() + " #" + e.sequence())
                .collect(Collectors.joining(" · "));
    }

    private Seen next(Duration atMost) {
        try {
            return unread.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in the middle of a story", e);
        }
    }

    private boolean ours(Seen event) {
        UUID id = transfer == null ? null : transfer.id();
        return id != null && event.subject().equals(id.toString());
    }
}
