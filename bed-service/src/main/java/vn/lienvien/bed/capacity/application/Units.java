package vn.lienvien.bed.capacity.application;

import java.time.Instant;
import vn.lienvien.bed.capacity.domain.Report;
import vn.lienvien.bed.placement.application.WardRegister;
import vn.lienvien.bed.placement.domain.UnitId;

/** What units are and say of themselves. */
public interface Units extends WardRegister {

    /** Until the transaction ends nobody else reports for it. */
    void lock(UnitId unit);

    void activate(UnitId unit, boolean activated, int readyForOutside, String dutyPhone);

    void reported(UnitId unit, Report report, String by, Instant at);

    /** False when it was not doubted. */
    boolean trust(UnitId unit);
}
