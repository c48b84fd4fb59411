package vn.lienvien.notification.obligation;

import jakarta.validation.constraints.Min;

/** Quiet for so many minutes. */
record SnoozeRequest(@Min(1) int minutes) {}
