package vn.lienvien.notification.channel.sms;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienvien.notification.channel.ChannelConfig;
import vn.lienvien.notification.channel.ChannelConfig.Sms.Gateway;
import vn.lienvien.notification.channel.Outcome;
import vn.lienvien.notification.channel.Outcome.Fault;
import vn.lienvien.notification.channel.outbound.AllowList;
import vn.lienvien.notification.channel.outbound.Answer;
import vn.lienvien.notification.channel.outbound.CallFailed;
import vn.lienvien.notification.channel.outbound.Outbound;

/** Any gateway that takes one JSON call a message: address, headers and body by configuration. */
@ApplicationScoped
class GenericGateway implements SmsGateway {

    private static final Pattern PLACE = Pattern.compile("\\{(to|text|reference|callback)}");

    private final ChannelConfig.Sms.Generic config;
    private final Optional<Pattern> accepted;
    private final Outbound outbound;

    GenericGateway(ChannelConfig config, Outbound outbound) {
        this.config = config.sms().generic();
        this.accepted = this.config.accepted().map(text -> Pattern.compile(text, Pattern.DOTALL));
        this.outbound = outbound;
    }

    @Override
    public Gateway kind() {
        return Gateway.GENERIC;
    }

    @Override
    public boolean isSetUp() {
        return config.url().isPresent() && accepted.isPresent();
    }

    @Override
    public Outcome send(ShortMessage message) {
        URI uri = URI.create(config.url().orElseThrow());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Idempotency-Key", message.reference().toString());
        headers.putAll(config.headers());
        try {
            Answer answer = outbound.post(uri, AllowList.only(uri), headers, body(message));
            return answer.isSuccess() ? taken(answer) : answer.refusal(Fault.CHANNEL);
        } catch (CallFailed e) {
            return e.outcome(Fault.CHANNEL);
        }
    }

    /** A page of some proxy on the way answers 200 too, and took nothing. */
    private Outcome taken(Answer answer) {
        return accepted.orElseThrow().matcher(answer.body()).find()
                ? Outcome.delivered()
                : Outcome.deferred("gateway-unreadable", Fault.CHANNEL);
    }

    private byte[] body(ShortMessage message) {
        return PLACE.matcher(config.body())
                .replaceAll(
                        place -> Matcher.quoteReplacement(quoted(value(message, place.group(1)))))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String value(ShortMessage message, String place) {
        return switch (place) {
            case "to" -> message.to();
            case "text" -> message.text();
            case "reference" -> message.reference().toString();
            default -> message.callback();
        };
    }

    private static String quoted(String value) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }

    @Override
    public Receipt receipt(Map<String, String> parameters) {
        String status = parameters.getOrDefault(config.statusParameter(), "");
        return config.received().contains(status)
                ? Receipt.RECEIVED
                : config.notReceived().contains(status) ? Receipt.NOT_RECEIVED : Receipt.PENDING;
    }
}
