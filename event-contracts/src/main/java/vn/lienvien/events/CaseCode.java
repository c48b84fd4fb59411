package vn.lienvien.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** What people say on the phone: six characters of an alphabet without look-alikes. */
public record CaseCode(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("[23456789ABCDEFGHJKMNPQRSTVWXYZ]{6}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CaseCode {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a case code is six characters without 0, 1, I, L, O and U");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
