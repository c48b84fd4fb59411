package vn.lienvien.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A hospital, team or authority by its code, e.g. {@code htd-hcmc}. */
public record OrganisationCode(@JsonValue String value) {

    private static final int LONGEST = 64;

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrganisationCode {
        if (value == null || value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an organisation code is lower-case words joined by hyphens, such as htd-hcmc");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
