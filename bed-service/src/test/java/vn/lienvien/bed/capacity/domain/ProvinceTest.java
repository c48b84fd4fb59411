package vn.lienvien.bed.capacity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvinceTest {

    @ParameterizedTest
    @CsvSource({
        "Hồ Chí Minh, ho-chi-minh",
        "Đắk Lắk, dak-lak",
        "Bà Rịa - Vũng Tàu, ba-ria-vung-tau",
        "Huế, hue"
    })
    void aProvinceHasACodeInPlainLetters(String name, String code) {
        assertThat(new Province(name).code()).isEqualTo(code);
    }
}
