package vn.lienvien.notification.obligation;

import java.time.Instant;

/**
 * Somebody was reached by phone.
 *
 * @param answeredBy as the caller heard the name: staff, never a patient
 */
record PhoneCall(
        String answeredBy,
        Instant answeredAt,
        String enteredBy,
        String enteredFor,
        Instant recordedAt) {}
