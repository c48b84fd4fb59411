package vn.lienvien.notification.obligation;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import vn.lienvien.notification.NotificationConfig;
import vn.lienvien.notification.obligation.domain.Policies;

/** Makes the policies in force known; a table that cannot be read stops the start, not a night. */
@Singleton
class ShippedPolicies {

    @Produces
    @Singleton
    static Policies inForce(NotificationConfig config) {
        return PolicyTables.read(config.policy());
    }
}
