package vn.lienvien.notification.obligation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import vn.lienvien.kit.access.Actor;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.notification.contact.Contact;
import vn.lienvien.notification.contact.Contacts;

/** Obligations as people may see them. */
@ApplicationScoped
class Showing {

    private final Obligations obligations;
    private final Access access;
    private final PhoneCalls calls;
    private final CallList callList;
    private final Tellings tellings;
    private final Contacts contacts;

    Showing(
            Obligations obligations,
            Access access,
            PhoneCalls calls,
            CallList callList,
            Tellings tellings,
            Contacts contacts) {
        this.obligations = obligations;
        this.access = access;
        this.calls = calls;
        this.callList = callList;
        this.tellings = tellings;
        this.contacts = contacts;
    }

    /** One, whole. */
    ObligationView one(Actor actor, UUID id) {
        var row = seen(actor, id);
        return ObligationView.of(
                row,
                phone(row, contacts.of(List.of(row.organisation))),
                calls.of(List.of(id)).getOrDefault(id, List.of()),
                callList.of(row),
                tellings.of(id));
    }

    /** Many, in short. */
    List<ObligationView> many(List<ObligationRow> rows) {
        var made = calls.of(rows.stream().map(row -> row.id).toList());
        var phones = contacts.of(rows.stream().map(row -> row.organisation).distinct().toList());
        return rows.stream()
                .map(
                        row ->
                                ObligationView.of(
                                        row,
                                        phone(row, phones),
                                        made.getOrDefault(row.id, List.of()),
                                        null,
                                        null))
                .toList();
    }

    ObligationRow seen(Actor actor, UUID id) {
        return fresh(() -> obligations.findByIdOptional(id))
                .filter(row -> access.sees(actor, row))
                .orElseThrow(() -> Problem.notFound().exception());
    }

    /** Sees it, and is who must know. */
    void mustKnow(Actor actor, UUID id) {
        var row = seen(actor, id);
        if (!access.mayAcknowledge(actor, row)) {
            throw Problem.roleRequired(Access.token(row.role)).exception();
        }
    }

    /** Reads what is stored now, not what this request has seen before its own command. */
    static <T> T fresh(Callable<T> read) {
        return QuarkusTransaction.requiringNew().call(read);
    }

    private static String phone(ObligationRow row, List<Contact> phones) {
        return phones.stream()
                .filter(each -> each.organisation().value().equals(row.organisation))
                .filter(each -> each.role().equals(row.role.name()))
                .map(Contact::phone)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
