package vn.lienvien.notification.roster.hotline;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A number an organisation wants to be called at.
 *
 * @param label what callers read, in the organisation's own words
 * @param phone as typed; stored as it is dialled
 */
record Hotline(
        @NotNull Purpose purpose,
        @NotBlank @Size(max = 80) @Pattern(regexp = "[^\\p{Cc}\\p{Cf}]*") String label,
        @NotBlank @Size(max = 30) String phone) {

    enum Purpose {
        RED_ALERT,
        ECMO_REFERRAL,
        TRANSPORT,
        BEDS,
        SWITCHBOARD,
        OTHER
    }
}
