package vn.lienvien.notification.roster;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Takes a preview. */
record ImportRequest(@NotNull UUID preview) {}
