package vn.lienvien.transfer.journey.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.transfer.journey.domain.Fixtures.NEEDS;

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

    @Test
    void anEmptyListIsAChange() {
        var none = new NeedsChange(null, null, null, null, List.of(), List.of());

        assertThat(none.appliedTo(NEEDS).wishes()).isEmpty();
        assertThat(none.appliedTo(NEEDS).ageGroup()).isEqualTo(NEEDS.ageGroup());
    }
}
