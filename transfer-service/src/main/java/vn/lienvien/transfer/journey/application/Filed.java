package vn.lienvien.transfer.journey.application;

import java.util.List;
import vn.lienvien.transfer.journey.domain.CaseCode;
import vn.lienvien.transfer.journey.domain.TransferId;

/** What became of a request. */
public sealed interface Filed {

    record Requested(TransferId id, CaseCode caseCode) implements Filed {}

    /**
     * There is a live request for the same patient.
     *
     * @param seen those that the asker may see; empty means: call the coordinator
     */
    record SamePatient(List<TransferId> seen) implements Filed {}
}
