package vn.lienvien.notification.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienvien.events.AlertEvent.ObligationKind;
import vn.lienvien.events.CaseCode;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.Urgency;
import vn.lienvien.notification.NotificationConfig;
import vn.lienvien.notification.channel.ChannelConfig;
import vn.lienvien.notification.channel.Deliveries;
import vn.lienvien.notification.channel.Language;
import vn.lienvien.notification.channel.Notice;
import vn.lienvien.notification.channel.Telling;
import vn.lienvien.notification.channel.Telling.Manner;
import vn.lienvien.notification.channel.Way;
import vn.lienvien.notification.contact.Contact;
import vn.lienvien.notification.contact.Phones;
import vn.lienvien.notification.obligation.domain.Role;
import vn.lienvien.notification.roster.Reachable;

/**
 * From a rung to messages: the duty phone and the mailbox of a role, the phone first, and beside
 * them the organisation's own system. A red alert uses all at once.
 */
@ApplicationScoped
class Reaching {

    private final Lookup lookup;
    private final CaseNeeds needs;
    private final Deliveries deliveries;
    private final NotificationConfig config;
    private final ChannelConfig.Webhook webhook;

    Reaching(
            Lookup lookup,
            CaseNeeds needs,
            Deliveries deliveries,
            NotificationConfig config,
            ChannelConfig channels) {
        this.lookup = lookup;
        this.needs = needs;
        this.deliveries = deliveries;
        this.config = config;
        this.webhook = channels.webhook();
    }

    /**
     * Whoever is on duty, each on her own phone, and the role's mailbox beside them; where nobody
     * on duty can get a message, the role's phone and mailbox.
     */
    void tell(ObligationRow row, int number, Who who, Instant now) {
        var organisation = who.organisation();
        var notice = notice(row, organisation, now);
        var role = who.role().name().toLowerCase(Locale.ROOT) + "@" + organisation;
        var language = language(who.contact());
        for (var place = 0; place < who.people().size(); place++) {
            var person = who.people().get(place);
            var recipient = person.user() == null ? role + "#" + (place + 1) : person.user();
            tell(row, number, recipient, language, notice, ways(person));
        }
        if (who.contact() != null) {
            tell(
                    row,
                    number,
                    role,
                    language,
                    notice,
                    who.people().stream().anyMatch(each -> mobile(each) != null)
                            ? mailbox(who.contact())
                            : ways(who.contact()));
        }
    }

    /** The organisation's own system, once however many of its people are told together. */
    void tellSystem(ObligationRow row, int number, OrganisationCode organisation, Instant now) {
        Optional.ofNullable(webhook.organisations().get(organisation.value()))
                .ifPresent(
                        url ->
                                tell(
                                        row,
                                        number,
                                        "system@" + organisation,
                                        Language.VI,
                                        notice(row, organisation, now),
                                        List.of(new Way("webhook", url))));
    }

    /**
     * Not them, or not now. Whoever else was told is called on: she does not know that somebody
     * asked for quiet.
     */
    void stop(ObligationRow row, List<Integer> numbers) {
        deliveries.withdraw(row.id, numbers);
    }

    /** Somebody knows, or it no longer matters. */
    void stop(ObligationRow row) {
        deliveries.withdraw(row.id);
    }

    private void tell(
            ObligationRow row,
            int number,
            String recipient,
            Language language,
            Notice notice,
            List<Way> ways) {
        var manner = notice.urgency() == Urgency.U0 ? Manner.AT_ONCE : Manner.IN_TURN;
        deliveries.tell(new Telling(row.id, number, recipient, language, notice, ways, manner));
    }

    private static List<Way> ways(Reachable person) {
        return Stream.of(way("sms", mobile(person)), way("push", person.user()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** A desk's number comes first in many a roster, and takes no message. */
    private static String mobile(Reachable person) {
        return person.phones().stream()
                .filter(phone -> Phones.mobile(phone).isPresent())
                .findFirst()
                .orElse(null);
    }

    private static String mobile(Contact contact) {
        return Optional.ofNullable(contact.phone())
                .filter(phone -> Phones.mobile(phone).isPresent())
                .orElse(null);
    }

    private static List<Way> mailbox(Contact contact) {
        return Stream.of(way("email", contact.email())).filter(Objects::nonNull).toList();
    }

    private static List<Way> ways(Contact contact) {
        return Stream.of(way("sms", mobile(contact)), way("email", contact.email()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Way way(String channel, String address) {
        return address == null ? null : new Way(channel, address);
    }

    private static Language language(Contact contact) {
        return contact != null && "en".equals(contact.language()) ? Language.EN : Language.VI;
    }

    private Notice notice(ObligationRow row, OrganisationCode told, Instant now) {
        var known = row.transfer == null ? new CaseNeeds.Known(null, null) : needs.of(row.transfer);
        return new Notice(
                ObligationKind.valueOf(row.kind.name()),
                row.caseCode == null ? null : new CaseCode(row.caseCode),
                known.mode(),
                known.ageGroup(),
                row.origin == null ? null : new OrganisationCode(row.origin),
                row.unit == null ? null : new UnitCode(row.unit),
                row.urgency == null ? null : Urgency.valueOf(row.urgency.name()),
                row.dueAt,
                whomToCall(row, told, now).orElse(null));
    }

    /**
     * The doctor on duty at the hospital that asks, else its role's phone; its own people call the
     * coordinator.
     */
    private Optional<String> whomToCall(ObligationRow row, OrganisationCode told, Instant now) {
        if (row.origin == null) {
            return Optional.empty();
        }
        var hospital = new OrganisationCode(row.origin);
        var other =
                hospital.equals(told)
                        ? lookup.at(
                                row,
                                config.coordination().officeFor(hospital),
                                Role.COORDINATOR,
                                now)
                        : lookup.at(row, hospital, Role.REFERRER, now);
        return Stream.concat(
                        other.people().stream().flatMap(each -> each.phones().stream()),
                        Stream.ofNullable(other.contact()).map(Contact::phone))
                .filter(Objects::nonNull)
                .filter(Notice::isPhone)
                .findFirst();
    }
}
