package vn.lienvien.notification.roster.hotline;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** All of an organisation's hotlines, in the order in which they are to be called. */
record HotlinesRequest(@NotNull @Size(max = 30) List<@NotNull @Valid Hotline> hotlines) {}
