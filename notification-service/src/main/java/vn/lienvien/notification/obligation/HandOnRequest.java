package vn.lienvien.notification.obligation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import vn.lienvien.notification.obligation.domain.Role;

/**
 * To a colleague of the same organisation.
 *
 * @param user as in tokens, on duty now by the roster; null for whoever is on duty in the role
 */
record HandOnRequest(@NotNull Role role, @Size(min = 1, max = 120) String user) {}
