package vn.lienvien.transfer.journey.application;

import java.time.Instant;
import java.util.List;
import vn.lienvien.transfer.clinical.ClinicalPicture;
import vn.lienvien.transfer.clinical.Finding;

/**
 * What a request carries beside what is decided on.
 *
 * @param reason 1a, 1b or 2 of the official transfer form
 * @param agreement null unless people agreed before
 * @param confirmed unusual values that the sender confirmed
 */
public record RequestPapers(
        ClinicalPicture clinical,
        String reason,
        Agreement agreement,
        List<Contact> contacts,
        List<Finding> confirmed) {

    public RequestPapers {
        contacts = List.copyOf(contacts);
        confirmed = List.copyOf(confirmed);
    }

    /** Who agreed on the destination, when, and by which channel. */
    public record Agreement(
            String organisation, String unit, List<String> agreedBy, Instant at, String channel) {}

    /**
     * Whom to call at the sending hospital; staff, not the patient.
     *
     * @param secondPhone null where one is all there is
     */
    public record Contact(String name, String grade, String phone, String secondPhone) {}
}
