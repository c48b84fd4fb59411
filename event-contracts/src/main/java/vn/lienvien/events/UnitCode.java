package vn.lienvien.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** An intensive care unit: its hospital and its own short name, e.g. {@code htd-hcmc.icu-adult}. */
public record UnitCode(@JsonValue String value) {

    private static final int LONGEST = 128;

    private static final Pattern SHAPE =
            Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*\\.[a-z0-9]+(-[a-z0-9]+)*");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnitCode {
        if (value == null || value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a unit code is hospital.unit, such as htd-hcmc.icu-adult");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
