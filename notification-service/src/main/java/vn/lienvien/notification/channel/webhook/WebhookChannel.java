package vn.lienvien.notification.channel.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.notification.channel.Channel;
import vn.lienvien.notification.channel.ChannelConfig;
import vn.lienvien.notification.channel.Delivery;
import vn.lienvien.notification.channel.Outcome;
import vn.lienvien.notification.channel.Outcome.Fault;
import vn.lienvien.notification.channel.Wording;
import vn.lienvien.notification.channel.outbound.AllowList;
import vn.lienvien.notification.channel.outbound.Answer;
import vn.lienvien.notification.channel.outbound.CallFailed;
import vn.lienvien.notification.channel.outbound.Outbound;

/**
 * A signed call to a hospital's own system: a pager server, a ward board, a chat bridge. One
 * hospital's server being away is its own fault: it is left alone for a while, and no other is.
 */
@ApplicationScoped
public class WebhookChannel implements Channel {

    private final Outbound outbound;
    private final Wording wording;
    private final ObjectMapper json;
    private final DatabaseClock clock;
    private final Map<String, ChannelConfig.Webhook.Hook> hooks;
    private final AllowList allowed;

    WebhookChannel(
            Outbound outbound,
            Wording wording,
            ObjectMapper json,
            DatabaseClock clock,
            ChannelConfig config) {
        this.outbound = outbound;
        this.wording = wording;
        this.json = json;
        this.clock = clock;
        this.hooks = config.webhook().hosts();
        this.allowed = AllowList.of(hooks.keySet());
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public boolean isSetUp() {
        return !hooks.isEmpty();
    }

    @Override
    public String counterpart(Delivery delivery) {
        try {
            return name() + " " + AllowList.hostAndPort(new URI(delivery.way().address()));
        } catch (URISyntaxException | IllegalArgumentException _) {
            return name();
        }
    }

    @Override
    public Outcome deliver(Delivery delivery) {
        try {
            URI uri = new URI(delivery.way().address());
            ChannelConfig.Webhook.Hook hook = hooks.get(AllowList.hostAndPort(uri));
            if (hook == null) {
                return Outcome.failed("not-allowed", Fault.UNHEARD);
            }
            return call(uri, hook.secret(), delivery);
        } catch (URISyntaxException | IllegalArgumentException _) {
            return Outcome.failed("bad-address", Fault.UNHEARD);
        }
    }

    private Outcome call(URI uri, String secret, Delivery delivery) {
        byte[] body = body(delivery);
        long timestamp = clock.now().getEpochSecond();
        Map<String, String> headers =
                Map.of(
                        "Content-Type", "application/json",
                        "LienVien-Reference", delivery.reference().toString(),
                        "LienVien-Timestamp", Long.toString(timestamp),
                        "LienVien-Signature", Signature.of(secret, timestamp, body));
        try {
            Answer answer = outbound.post(uri, allowed, headers, body);
            return answer.isSuccess() ? Outcome.delivered() : answer.refusal(Fault.RECIPIENT);
        } catch (CallFailed e) {
            return e.outcome(
                    e.reason() == CallFailed.Reason.NOT_ALLOWED ? Fault.UNHEARD : Fault.CHANNEL);
        }
    }

    private byte[] body(Delivery delivery) {
        String text = wording.text(delivery.notice(), delivery.language());
        try {
            return json.writeValueAsBytes(WebhookBody.of(delivery, text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a body of codes cannot fail to be written", e);
        }
    }
}
