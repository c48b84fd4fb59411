package vn.lienvien.notification.obligation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * Called, answered by, at.
 *
 * @param answeredBy who answered, such as "Dr An, ICU"; staff, never a patient
 */
record CallRequest(@NotBlank @Size(max = 120) String answeredBy, @NotNull Instant answeredAt) {}
