package vn.lienvien.notification.mail;

import java.time.Instant;
import java.util.UUID;
import vn.lienvien.events.AlertEvent.ObligationKind;

/**
 * What a message may say: the case code and what is needed, no identity (I14).
 *
 * @param what must be known
 * @param about case code or, where there is none, the unit or the transfer's id
 * @param urgency null when about a unit
 * @param origin the referring hospital's code; null when about a unit
 */
public record Notice(
        UUID obligation,
        int step,
        ObligationKind what,
        String about,
        String urgency,
        String origin,
        Instant due) {}
