package vn.lienvien.transfer.journey.application;

import java.util.List;
import vn.lienvien.transfer.journey.domain.TransferId;

/** Which live request is for which patient, by keyed marks only. */
public interface Patients {

    /** Live requests with one of these marks; others asking for the same patient wait. */
    List<TransferId> liveWith(List<String> marks);

    void mark(TransferId id, List<String> marks);
}
