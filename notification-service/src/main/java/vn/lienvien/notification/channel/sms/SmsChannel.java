package vn.lienvien.notification.channel.sms;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import vn.lienvien.notification.channel.Channel;
import vn.lienvien.notification.channel.ChannelConfig;
import vn.lienvien.notification.channel.Delivery;
import vn.lienvien.notification.channel.Outcome;
import vn.lienvien.notification.channel.Outcome.Fault;
import vn.lienvien.notification.channel.Wording;
import vn.lienvien.notification.contact.Phones;

/** Text messages to mobile phones, by whichever gateway the installation has a contract with. */
@ApplicationScoped
public class SmsChannel implements Channel {

    private final Optional<SmsGateway> gateway;
    private final Callbacks callbacks;
    private final Wording wording;
    private final ChannelConfig.Sms config;

    SmsChannel(
            @All List<SmsGateway> gateways,
            Callbacks callbacks,
            Wording wording,
            ChannelConfig config) {
        this.config = config.sms();
        this.gateway =
                gateways.stream().filter(each -> each.kind() == this.config.gateway()).findFirst();
        this.callbacks = callbacks;
        this.wording = wording;
    }

    @Override
    public String name() {
        return "sms";
    }

    @Override
    public boolean isSetUp() {
        return gateway.filter(SmsGateway::isSetUp).isPresent();
    }

    @Override
    public Outcome deliver(Delivery delivery) {
        return Phones.mobile(delivery.way().address())
                .map(phone -> gateway.orElseThrow().send(message(delivery, phone)))
                .orElseGet(() -> Outcome.failed("not-a-mobile-number", Fault.UNHEARD));
    }

    private ShortMessage message(Delivery delivery, String phone) {
        String full = wording.text(delivery.notice(), delivery.language());
        String text = config.accents() ? full : Segments.withoutAccents(full);
        return new ShortMessage(
                delivery.reference(),
                phone,
                Segments.fit(text, config.accents(), config.segments()),
                config.accents(),
                callbacks.addressFor(delivery.reference()));
    }

    Optional<SmsGateway> gateway() {
        return gateway;
    }
}
