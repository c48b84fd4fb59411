package vn.lienvien.transfer.journey.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.transfer.journey.domain.Fixtures.NEEDS;
import static vn.lienvien.transfer.journey.domain.Fixtures.PICTURE;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeedsChangeTest {

    /** Two doctors saw the same screen: what the second says must not undo what the first said. */
    @Test
    void twoPeopleChangeTwoThings() {
        var crrt = new NeedsChange(null, null, Finding.NO, null, null, null);
        var isolation = new NeedsChange(null, null, null, Finding.NO, null, null);

        var both = isolation.appliedTo(crrt.appliedTo(NEEDS));

        assertThat(both.crrt()).isEqualTo(Finding.NO);
        assertThat(both.isolation()).isEqualTo(Finding.NO);
        assertThat(both.specialties()).isEqualTo(NEEDS.specialties());
    }

    /** The picture was read before somebody else said that no CRRT is needed any more. */
    @Test
    void anAmendmentOfSomethingElseUndoesNoChangeOfTheNeeds() {
        var off = new NeedsChange(null, EcmoMode.VA, Finding.NO, null, null, null);
        var heavier =
                new PatientNeeds(
                        PICTURE.ecmoStatus(),
                        PICTURE.ecmoMode(),
                        PICTURE.ageGroup(),
                        PICTURE.ageYears(),
                        new BigDecimal("120"),
                        PICTURE.crrt(),
                        PICTURE.isolation());

        var both = off.appliedTo(NEEDS).amended(PICTURE, heavier);

        assertThat(both.crrt()).isEqualTo(Finding.NO);
        assertThat(both.ecmoMode()).isEqualTo(EcmoMode.VA);
        assertThat(both.weightKg()).isEqualTo(new BigDecimal("120"));
    }

    @Test
    void anEmptyListIsAChange() {
        var none = new NeedsChange(null, null, null, null, List.of(), List.of());

        assertThat(none.appliedTo(NEEDS).wishes()).isEmpty();
        assertThat(none.appliedTo(NEEDS).ageGroup()).isEqualTo(NEEDS.ageGroup());
    }
}
