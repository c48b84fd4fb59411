package vn.lienvien.notification.obligation;

import java.util.List;

/**
 * Part of a list.
 *
 * @param nextCursor null at the end
 */
record Page(List<ObligationView> items, String nextCursor) {}
