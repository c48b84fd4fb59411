package vn.lienvien.notification.channel.sms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import vn.lienvien.notification.channel.ChannelConfig;
import vn.lienvien.notification.channel.ChannelConfig.Sms.Gateway;
import vn.lienvien.notification.channel.Outcome;
import vn.lienvien.notification.channel.Outcome.Fault;
import vn.lienvien.notification.channel.outbound.AllowList;
import vn.lienvien.notification.channel.outbound.Answer;
import vn.lienvien.notification.channel.outbound.CallFailed;
import vn.lienvien.notification.channel.outbound.Outbound;

/**
 * eSMS (developers.esms.vn): one JSON call a message, {@code CodeResult} 100 when taken. Its {@code
 * RequestId} is our reference, so that a repeat within a day is answered 124 and not sent again.
 */
@ApplicationScoped
class EsmsGateway implements SmsGateway {

    private static final String CUSTOMER_CARE = "2";
    private static final String ABROAD = "+";
    private static final String HERE = "+84";

    private final ChannelConfig.Sms.Esms config;
    private final Outbound outbound;
    private final ObjectMapper json;

    EsmsGateway(ChannelConfig config, Outbound outbound, ObjectMapper json) {
        this.config = config.sms().esms();
        this.outbound = outbound;
        this.json = json;
    }

    @Override
    public Gateway kind() {
        return Gateway.ESMS;
    }

    @Override
    public boolean isSetUp() {
        return config.apiKey().isPresent()
                && config.secretKey().isPresent()
                && config.brandname().isPresent();
    }

    @Override
    public Outcome send(ShortMessage message) {
        URI uri = URI.create(config.url());
        try {
            Answer answer =
                    outbound.post(
                            uri,
                            AllowList.only(uri),
                            Map.of("Content-Type", "application/json"),
                            body(message).toString().getBytes(StandardCharsets.UTF_8));
            return answer.isSuccess() ? taken(answer) : answer.refusal(Fault.CHANNEL);
        } catch (CallFailed e) {
            return e.outcome(Fault.CHANNEL);
        }
    }

    private ObjectNode body(ShortMessage message) {
        ObjectNode body =
                json.createObjectNode()
                        .put("ApiKey", config.apiKey().orElseThrow())
                        .put("SecretKey", config.secretKey().orElseThrow())
                        .put("Brandname", config.brandname().orElseThrow())
                        .put("SmsType", CUSTOMER_CARE)
                        .put("Phone", phone(message.to()))
                        .put("Content", message.text())
                        .put("IsUnicode", message.unicode() ? "1" : "0")
                        .put("Sandbox", config.sandbox() ? "1" : "0")
                        .put("RequestId", message.reference().toString());
        return message.callback().isEmpty() ? body : body.put("CallbackUrl", message.callback());
    }

    /** Their documents show 0901…; numbers abroad go without the plus. */
    private static String phone(String e164) {
        return e164.startsWith(HERE)
                ? "0" + e164.substring(HERE.length())
                : e164.substring(ABROAD.length());
    }

    /** Codes of developers.esms.vn/en/esms-api/table-of-error-codes. */
    private Outcome taken(Answer answer) {
        JsonNode said = read(answer.body());
        String code = said.path("CodeResult").asText("");
        return switch (code) {
            case "100" -> new Outcome.Delivered(said.path("SMSID").asText(null));
            case "124" -> Outcome.delivered();
            case "99", "108", "177" -> Outcome.failed("esms-" + code, Fault.RECIPIENT);
            case "101", "102", "103", "104", "118", "140", "146" ->
                    Outcome.failed("esms-" + code, Fault.CHANNEL);
            default ->
                    Outcome.deferred(
                            code.matches("[0-9]{1,4}") ? "esms-" + code : "esms-unreadable",
                            Fault.CHANNEL);
        };
    }

    /** An HTML page of some proxy on the way says nothing. */
    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException _) {
            return json.createObjectNode();
        }
    }

    /** SendStatus 4 is rejected, 5 final with the count of each; 1, 2 and 7 are on the way. */
    @Override
    public Receipt receipt(Map<String, String> parameters) {
        return switch (parameters.getOrDefault("SendStatus", "")) {
            case "4" -> Receipt.NOT_RECEIVED;
            case "5" ->
                    parameters.getOrDefault("SendSuccess", "0").equals("0")
                            ? Receipt.NOT_RECEIVED
                            : Receipt.RECEIVED;
            default -> Receipt.PENDING;
        };
    }
}
