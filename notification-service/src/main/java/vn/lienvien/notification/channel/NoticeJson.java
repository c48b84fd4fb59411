package vn.lienvien.notification.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;

/** A notice as it lies in the table: what an older release wrote must stay readable. */
@ApplicationScoped
class NoticeJson {

    private final ObjectMapper mapper =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    String write(Notice notice) {
        try {
            return mapper.writeValueAsString(notice);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a notice of codes cannot fail to be written", e);
        }
    }

    Notice read(String stored) {
        try {
            return mapper.readValue(stored, Notice.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a notice", e);
        }
    }
}
