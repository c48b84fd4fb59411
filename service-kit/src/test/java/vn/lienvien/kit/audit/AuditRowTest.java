package vn.lienvien.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AuditRowTest {

    /** Lines are kept for years, and every release must find the older ones sound. */
    @Test
    void theFormThatIsHashedIsForEver() {
        var row =
                new AuditRow(
                        17,
                        Arrays.asList(
                                "1636329600.000000",
                                "doctor@htd-hcmc",
                                "htd-hcmc",
                                "identity-read",
                                "transfer",
                                "t-1",
                                "{\"basis\": \"khẩn cấp\"}",
                                null));

        assertThat(row.hashAfter(""))
                .isEqualTo("83f561a1f1124d926bd23d9817e7288566896cfe08ba769dfb07b5755e5e483e");
    }
}
