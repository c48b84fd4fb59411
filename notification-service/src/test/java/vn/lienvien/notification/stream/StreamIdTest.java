package vn.lienvien.notification.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamIdTest {

    private static final String START = "0193b0c8-0000-7000-8000-000000000001";

    @Test
    void whatWeSaidIsUnderstood() {
        var id = new StreamId(START, 17);

        assertThat(StreamId.parse(id.toString())).hasValue(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "-1",
                "17",
                START + "-",
                START + "-x",
                START + "-1e3",
                START + "-99999999999999999999",
                "<script>",
                "'; drop table delivery; --"
            })
    void whatIsNotOursIsNone(String text) {
        assertThat(StreamId.parse(text).filter(id -> id.start().equals(START))).isEmpty();
    }
}
