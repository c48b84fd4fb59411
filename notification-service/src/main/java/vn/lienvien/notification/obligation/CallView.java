package vn.lienvien.notification.obligation;

import java.util.List;
import vn.lienvien.notification.contact.Phones;
import vn.lienvien.notification.obligation.domain.Role;

/**
 * Whom to call next, and at which numbers.
 *
 * @param gap by the roster nobody is on duty there now
 * @param people on duty, in the order of calling
 * @param numbers of the role, for a red alert the house's own for it and, where nobody can be
 *     reached otherwise, all its hotlines
 */
record CallView(
        Role role, String organisation, boolean gap, List<PersonView> people, List<Dial> numbers) {

    /**
     * Somebody on duty.
     *
     * @param user as in tokens; null when the roster does not say
     */
    record PersonView(String name, String user, List<Dial> numbers) {}

    /**
     * A number to read and to tap.
     *
     * @param label what it is; null for a person's own
     */
    record Dial(String label, String shown, String tel) {

        static Dial of(String label, String typed) {
            var dialled = Phones.dialledOrShort(typed).orElse(typed.replaceAll("[^+0-9]", ""));
            return new Dial(label, Phones.shown(dialled), "tel:" + dialled);
        }
    }
}
