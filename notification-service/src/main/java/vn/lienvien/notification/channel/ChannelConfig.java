package vn.lienvien.notification.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How people are reached outside the console; every channel is off until it is set up. */
@ConfigMapping(prefix = "lienvien.notification.channel")
public interface ChannelConfig {

    /** Deliveries in flight at once, of any class. */
    @WithDefault("8")
    int workers();

    /** More of them for U0 and U1 alone, so that slow U3 messages never stand in their way. */
    @WithDefault("4")
    int urgentWorkers();

    /** How long a try may take before another replica takes it for dead and repeats it. */
    @WithDefault("PT45S")
    Duration lease();

    /** First pause before a repeat; it doubles up to the longest, with a fifth of jitter. */
    @WithDefault("PT2S")
    Duration firstRetry();

    @WithDefault("PT5M")
    Duration longestRetry();

    /**
     * Tries before a message of U2 and U3 takes the next way; U0 and U1 take it after the first.
     */
    @WithDefault("3")
    int patience();

    @WithDefault("PT2H")
    Duration giveUpAfter();

    /** Messages of U2 and U3 to one recipient by one channel in an hour. */
    @WithDefault("20")
    int perHour();

    /** Failures in a row after which a channel is unwell. */
    @WithDefault("3")
    int failuresUntilUnwell();

    /** How long an unwell channel rests before one message tries it again. */
    @WithDefault("PT30S")
    Duration rest();

    /**
     * How long deliveries are kept for questions afterwards; those of an obligation of which one
     * may still be sent are kept beyond it.
     */
    @WithDefault("P90D")
    Duration keep();

    /** One call to somebody else's server, from resolving its name to the last byte. */
    @WithDefault("PT5S")
    Duration callLimit();

    /**
     * Networks that may be called though they are private, such as a gateway inside the hospital.
     */
    Optional<List<String>> trustedNetworks();

    Webhook webhook();

    Sms sms();

    Push push();

    /** Signed calls to a hospital's own systems. */
    interface Webhook {

        /** By {@code host:port}; any other is refused. */
        Map<String, Hook> hosts();

        /** Where the system of an organisation, by its code, hears whatever its people are told. */
        Map<String, String> organisations();

        interface Hook {
            /** Signs every call to that host; at least 32 characters. */
            String secret();
        }
    }

    interface Sms {

        @WithDefault("OFF")
        Gateway gateway();

        /** Accents make it Unicode: 70 characters a segment, not 160. */
        @WithDefault("false")
        boolean accents();

        @WithDefault("2")
        int segments();

        /**
         * Where gateways find us, such as {@code https://lienvien.example.vn}; none, no receipts.
         */
        Optional<String> callbackBase();

        /** Makes the secret part of each message's callback address; at least 32 characters. */
        Optional<String> callbackSecret();

        Esms esms();

        Generic generic();

        enum Gateway {
            OFF,
            ESMS,
            GENERIC
        }

        interface Esms {

            @WithDefault(
                    "https://rest.esms.vn/MainService.svc/json/SendMultipleMessage_V4_post_json/")
            String url();

            Optional<String> apiKey();

            Optional<String> secretKey();

            Optional<String> brandname();

            /** Accepts and checks, sends and charges nothing. */
            @WithDefault("false")
            boolean sandbox();
        }

        interface Generic {

            Optional<String> url();

            Map<String, String> headers();

            /**
             * With {@code {to}}, {@code {text}}, {@code {reference}} and {@code {callback}}, each
             * filled in as a JSON string's inside.
             */
            @WithDefault(
                    "{\"to\":\"{to}\",\"text\":\"{text}\",\"reference\":\"{reference}\",\"callback\":\"{callback}\"}")
            String body();

            /**
             * What the answer's text says when the message was taken, as a pattern; a 2xx without
             * it is no success, such as an error in the body or the page of a proxy on the way.
             */
            Optional<String> accepted();

            /** Parameter of a receipt that says how it went. */
            @WithDefault("status")
            String statusParameter();

            @WithDefault("delivered,DELIVRD")
            List<String> received();

            @WithDefault("failed,UNDELIV,REJECTD,EXPIRED")
            List<String> notReceived();
        }
    }

    /** Messages to browsers, by the Web Push protocol. */
    interface Push {

        @WithDefault("false")
        boolean enabled();

        /** Uncompressed point, base64url; made with the private one by {@code openssl ecparam}. */
        Optional<String> publicKey();

        /** PKCS #8, base64. */
        Optional<String> privateKey();

        /** Whom a push service may write to, as {@code mailto:} or a URL. */
        @WithDefault("mailto:lienvien@localhost")
        String subject();

        /** Push services of the browsers; a leading dot stands for any host below. */
        @WithDefault(
                "fcm.googleapis.com:443,updates.push.services.mozilla.com:443,.push.apple.com:443,.notify.windows.com:443")
        List<String> hosts();

        @WithDefault("5")
        int subscriptionsPerPerson();

        /** How long a push service keeps a message for a sleeping phone. */
        @WithDefault("PT1H")
        Duration keptFor();
    }
}
