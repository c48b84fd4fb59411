package vn.lienvien.notification.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import vn.lienvien.notification.roster.domain.OnCall;
import vn.lienvien.notification.roster.domain.Shift;

/** People and shifts as they stand in the database. */
final class ShiftsJson {

    private static final JsonMapper JSON = JsonMapper.builder().findAndAddModules().build();

    private ShiftsJson() {}

    static String write(List<?> people) {
        try {
            return JSON.writeValueAsString(people);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static List<OnCall> people(String json) {
        return read(json, new TypeReference<>() {});
    }

    static List<Shift> shifts(String json) {
        return read(json, new TypeReference<>() {});
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
