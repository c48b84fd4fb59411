package vn.lienvien.transfer.identity;

import java.time.LocalDate;

/**
 * Who the patient is. It is stored encrypted, read only with an audit row, and appears in no event,
 * log, metric or address.
 *
 * @param localId number of the patient at the sending hospital
 */
public record Identity(
        String localId,
        String fullName,
        LocalDate birthDate,
        String insuranceNumber,
        String citizenId,
        String phone,
        String address) {

    /** Nothing of it ever reaches a log by accident. */
    @Override
    public String toString() {
        return "Identity[withheld]";
    }
}
