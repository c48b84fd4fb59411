package vn.lienvien.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A province by its name in plain letters, e.g. {@code ho-chi-minh}. */
public record ProvinceCode(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProvinceCode {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a province code is lower-case words joined by hyphens, such as ho-chi-minh");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
