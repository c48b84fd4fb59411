package vn.lienvien.kit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

    @ParameterizedTest
    @CsvSource({
        "08006, An I/O error occurred while sending to the backend., true",
        "53100, could not extend file, true",
        "55000, This statement has been closed., true",
        "40P01, deadlock detected, true",
        "55P03, canceling statement due to lock timeout, true",
        "23505, duplicate key value violates unique constraint, false",
        "42501, permission denied, false"
    })
    void whatMayPassByItselfIsToldByItsState(String state, String message, boolean passes) {
        var failure = new IllegalStateException(new SQLException(message, state));

        assertThat(Faults.passing(failure)).isEqualTo(passes);
    }
}
