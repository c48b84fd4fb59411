package vn.lienvien.notification.channel;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.lienvien.events.AgeGroup;
import vn.lienvien.events.AlertEvent.ObligationKind;
import vn.lienvien.events.CaseCode;
import vn.lienvien.events.EcmoMode;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.Urgency;

/**
 * All that a message may say. Every part is a code, a number or a time, so that there is no place
 * for a name (I14); whoever needs more opens the console.
 *
 * @param caseCode null when no transfer is concerned, as are mode, age group and urgency
 * @param from the hospital that asks, or where it happened
 * @param unit null unless a unit is concerned
 * @param answerBefore when the obligation is due
 * @param phone whom to call, of an organisation or a person on duty; null when unknown
 */
public record Notice(
        ObligationKind kind,
        CaseCode caseCode,
        EcmoMode mode,
        AgeGroup ageGroup,
        OrganisationCode from,
        UnitCode unit,
        Urgency urgency,
        Instant answerBefore,
        String phone) {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().-]{1,20}");

    public Notice {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(answerBefore);
        if (phone != null && !isPhone(phone)) {
            throw new IllegalArgumentException("a phone number has digits only");
        }
    }

    /** Has digits and what stands between them, and so is no name. */
    public static boolean isPhone(String text) {
        return PHONE.matcher(text).matches();
    }

    /** Limits never hold it back, and every way is tried without patience. */
    public boolean urgent() {
        return urgency == Urgency.U0 || urgency == Urgency.U1;
    }
}
