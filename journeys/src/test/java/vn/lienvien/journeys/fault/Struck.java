package vn.lienvien.journeys.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import vn.lienvien.journeys.RunningSystem;

/** The story all faults have in common: they strike while many are on their way. */
final class Struck {

    private static final int TRANSFERS = Scale.of(12, 60);

    private Struck() {}

    /** What happens between the first sign of the fault and its end. */
    interface Fault {
        void strikes(Witnesses witnesses) throws Exception;
    }

    /**
     * Nothing acknowledged is lost, nothing is done twice, and within a minute after the fault all
     * agree.
     */
    static void by(ShakyGround ground, Fault fault) throws Exception {
        var world = ground.world();
        world.openForMany(TRANSFERS);
        var before = transfers(ground);
        try (var patients = new Patients(world)) {
            patients.setOut(TRANSFERS);
            patients.areAcknowledged(TRANSFERS / 4);
            try (var witnesses = new Witnesses(world)) {
                fault.strikes(witnesses);
                witnesses.goHome().wereAnsweredOrPutOff();
                var asked = witnesses.pressAgain() + patients.areAllHandedOver();
                assertThat(transfers(ground) - before).isEqualTo(asked);
            }
        }
        RunningSystem.invariantsHold(world);
    }

    private static int transfers(ShakyGround ground) throws SQLException {
        var counted = ground.world().databases().rows("transfer", "select count(*) from transfer");
        return Integer.parseInt(counted.getFirst().getFirst());
    }
}
