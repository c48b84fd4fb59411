package vn.lienvien.notification.obligation;

import java.util.List;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.notification.contact.Contact;
import vn.lienvien.notification.obligation.domain.Role;
import vn.lienvien.notification.roster.Reachable;

/**
 * Whom a rung means at this moment.
 *
 * @param people by the roster, in the order of calling
 * @param gap the roster is kept and has nobody: waiting would help nobody
 * @param contact the role's own phone and mailbox; null when not known
 */
record Who(
        Role role,
        OrganisationCode organisation,
        List<Reachable> people,
        boolean gap,
        Contact contact) {

    Who {
        people = List.copyOf(people);
    }

    boolean canBeReached() {
        return !people.isEmpty()
                || (contact != null && (contact.phone() != null || contact.email() != null));
    }
}
