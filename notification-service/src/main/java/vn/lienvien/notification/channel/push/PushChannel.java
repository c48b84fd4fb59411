package vn.lienvien.notification.channel.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import vn.lienvien.notification.channel.Channel;
import vn.lienvien.notification.channel.ChannelConfig;
import vn.lienvien.notification.channel.Delivery;
import vn.lienvien.notification.channel.Notice;
import vn.lienvien.notification.channel.Outcome;
import vn.lienvien.notification.channel.Outcome.Deferred;
import vn.lienvien.notification.channel.Outcome.Delivered;
import vn.lienvien.notification.channel.Outcome.Fault;
import vn.lienvien.notification.channel.Wording;
import vn.lienvien.notification.channel.outbound.AllowList;
import vn.lienvien.notification.channel.outbound.Answer;
import vn.lienvien.notification.channel.outbound.CallFailed;
import vn.lienvien.notification.channel.outbound.Outbound;

/**
 * Messages to a person's browsers, by the push service that each browser named. One that shows it
 * is enough. The address of a way is the person.
 */
@ApplicationScoped
public class PushChannel implements Channel {

    private final OwnKeys keys;
    private final Subscriptions subscriptions;
    private final Outbound outbound;
    private final Wording wording;
    private final ObjectMapper json;
    private final ChannelConfig.Push config;
    private final AllowList allowed;

    PushChannel(
            OwnKeys keys,
            Subscriptions subscriptions,
            Outbound outbound,
            Wording wording,
            ObjectMapper json,
            ChannelConfig config) {
        this.keys = keys;
        this.subscriptions = subscriptions;
        this.outbound = outbound;
        this.wording = wording;
        this.json = json;
        this.config = config.push();
        this.allowed = AllowList.of(this.config.hosts());
    }

    @Override
    public String name() {
        return "push";
    }

    @Override
    public boolean isSetUp() {
        return keys.pair().isPresent();
    }

    @Override
    public Outcome deliver(Delivery delivery) {
        List<Outcome> outcomes = new ArrayList<>();
        byte[] payload = payload(delivery);
        for (Browser browser : subscriptions.of(delivery.way().address())) {
            outcomes.add(push(delivery, payload, browser));
        }
        return best(outcomes);
    }

    /** Of those that may succeed later, one that says something of the push services. */
    private static Outcome best(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Delivered.class::isInstance)
                .findFirst()
                .or(() -> outcomes.stream().filter(PushChannel::isHeardAndLater).findFirst())
                .or(() -> outcomes.stream().filter(Deferred.class::isInstance).findFirst())
                .or(() -> outcomes.stream().findFirst())
                .orElseGet(() -> Outcome.failed("no-browser", Fault.UNHEARD));
    }

    private static boolean isHeardAndLater(Outcome outcome) {
        return outcome instanceof Deferred deferred && deferred.fault() != Fault.UNHEARD;
    }

    private Outcome push(Delivery delivery, byte[] payload, Browser browser) {
        PushRequest request =
                PushRequest.of(delivery, payload, browser, keys.pair().orElseThrow(), config);
        try {
            URI endpoint = URI.create(browser.endpoint());
            return judged(
                    browser,
                    outbound.post(
                            endpoint, allowed, request.headers(), request.message().toBytes()));
        } catch (CallFailed e) {
            return e.outcome(fault(e));
        }
    }

    /** A browser chose its host: one that nobody knows must not make push unwell for everybody. */
    private static Fault fault(CallFailed failure) {
        return switch (failure.reason()) {
            case NOT_ALLOWED, UNKNOWN_HOST -> Fault.UNHEARD;
            case UNREACHABLE, TIME_OUT, NOT_HTTP -> Fault.CHANNEL;
        };
    }

    /** 401 and 403 mean our own keys, and so every browser. */
    private Outcome judged(Browser browser, Answer answer) {
        return switch (answer.status()) {
            case 404, 410 -> {
                subscriptions.expired(browser.id());
                yield Outcome.failed("browser-gone", Fault.RECIPIENT);
            }
            case 401, 403 -> answer.refusal(Fault.CHANNEL);
            default -> answer.isSuccess() ? Outcome.delivered() : answer.refusal(Fault.RECIPIENT);
        };
    }

    private byte[] payload(Delivery delivery) {
        Notice notice = delivery.notice();
        try {
            return json.writeValueAsBytes(
                    new PushPayload(
                            delivery.reference(),
                            delivery.obligation(),
                            notice.urgency(),
                            wording.text(notice, delivery.language())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a payload of codes cannot fail to be written", e);
        }
    }
}
