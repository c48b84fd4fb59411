package vn.lienvien.events;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
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

    /**
     * As the extension {@code audience} of an event has them: codes, sorted, with commas between.
     */
    public static String joined(Collection<OrganisationCode> codes) {
        return codes.stream()
                .map(OrganisationCode::value)
                .distinct()
                .sorted()
                .collect(joining(","));
    }

    /**
     * @throws IllegalArgumentException when one of them is no code
     */
    public static Set<OrganisationCode> split(String joined) {
        return Arrays.stream(joined.split(","))
                .filter(code -> !code.isEmpty())
                .map(OrganisationCode::new)
                .collect(toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return value;
    }
}
