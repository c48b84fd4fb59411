package vn.lienvien.notification.obligation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Part of a list.
 *
 * @param nextCursor null at the end
 */
@Schema(name = "ObligationPage")
record Page(List<ObligationView> items, String nextCursor) {}
