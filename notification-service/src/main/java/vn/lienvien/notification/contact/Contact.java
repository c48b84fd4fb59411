package vn.lienvien.notification.contact;

import vn.lienvien.events.OrganisationCode;

/**
 * How an organisation is reached in a role: a duty phone and a shared mailbox, never a person's
 * own.
 *
 * @param role such as {@code DOCTOR}
 * @param phone null when not known
 * @param email null when not known
 * @param language {@code vi} or {@code en}
 */
public record Contact(
        OrganisationCode organisation, String role, String phone, String email, String language) {}
