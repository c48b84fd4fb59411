package vn.lienvien.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {

    @ParameterizedTest
    @CsvSource({
        "0903 123 456, +84903123456",
        "0903.123.456, +84903123456",
        "+84 903 123 456, +84903123456",
        "84903123456, +84903123456",
        "0084 903123456, +84903123456",
        "'(+84) 903-123-456', +84903123456",
        "+1 202-555-0143, +12025550143"
    })
    void peopleWriteANumberInManyWays(String written, String e164) {
        assertThat(Phones.mobile(written)).contains(e164);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "115", "02839235804", "0903", "doctor", "09031234567890", "1900 1234"})
    void noMessageReachesALandlineAHotlineOrNonsense(String written) {
        assertThat(Phones.mobile(written)).isEmpty();
    }
}
