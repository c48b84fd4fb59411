package vn.lienvien.notification.obligation.domain;

/**
 * What is remembered of an event so that an obligation opened by an older event of another source,
 * read only later, ends at once.
 *
 * @param key the offer or organisation, or both, that it was about, empty where the scope needs
 *     none
 */
public record Mark(String on, Scope scope, String key) {

    static Mark of(Effect effect, Happening happening) {
        var key =
                switch (effect.scope()) {
                    case OFFER -> happening.offer();
                    case OFFER_OF_ORGANISATION -> happening.offer() + " " + happening.named();
                    case ORGANISATION -> happening.named();
                    case SOURCE -> happening.source();
                    case SUBJECT, EARLIER_ATTEMPTS -> "";
                };
        return new Mark(effect.on(), effect.scope(), String.valueOf(key));
    }
}
