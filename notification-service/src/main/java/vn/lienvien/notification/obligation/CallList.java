package vn.lienvien.notification.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.notification.obligation.domain.Policies;
import vn.lienvien.notification.obligation.domain.Rung;
import vn.lienvien.notification.obligation.domain.Urgency;
import vn.lienvien.notification.roster.Reachable;
import vn.lienvien.notification.roster.hotline.HotlineDirectory;

/** The first channel is a phone call: whom to call about an obligation, one after another. */
@ApplicationScoped
class CallList {

    private static final Rung HOLDER = new Rung(0, null, null);

    private final Lookup lookup;
    private final HotlineDirectory hotlines;
    private final Policies policies;
    private final DatabaseClock clock;

    CallList(Lookup lookup, HotlineDirectory hotlines, Policies policies, DatabaseClock clock) {
        this.lookup = lookup;
        this.hotlines = hotlines;
        this.policies = policies;
        this.clock = clock;
    }

    /** Up its ladder, each role once; nobody when it is over. */
    List<CallView> of(ObligationRow row) {
        if (!row.stands()) {
            return List.of();
        }
        var now = clock.now();
        var calls = new LinkedHashMap<String, CallView>();
        Stream.concat(
                        Stream.of(HOLDER),
                        row.obligation(policies).opening().ladder().rungs().stream())
                .map(rung -> lookup.who(row, rung, now))
                .forEach(
                        who ->
                                calls.putIfAbsent(
                                        who.role() + "@" + who.organisation(), view(row, who)));
        return List.copyOf(calls.values());
    }

    /** For a red alert the number that a house keeps for it, whoever is on duty. */
    private CallView view(ObligationRow row, Who who) {
        var organisation = who.organisation().value();
        var numbers = new ArrayList<CallView.Dial>();
        if (who.contact() != null && who.contact().phone() != null) {
            numbers.add(CallView.Dial.of(who.role().name(), who.contact().phone()));
        }
        var nobody = who.people().isEmpty() && numbers.isEmpty();
        hotlines.of(organisation).stream()
                .filter(each -> nobody || (each.redAlert() && row.urgency == Urgency.U0))
                .map(each -> CallView.Dial.of(each.label(), each.phone()))
                .forEach(numbers::add);
        return new CallView(
                who.role(),
                organisation,
                who.gap(),
                who.people().stream().map(CallList::person).toList(),
                numbers);
    }

    private static CallView.PersonView person(Reachable person) {
        return new CallView.PersonView(
                person.name(),
                person.user(),
                person.phones().stream().map(each -> CallView.Dial.of(null, each)).toList());
    }
}
