package vn.lienvien.transfer.clinical;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One thing about a value that is wrong, or only unusual.
 *
 * @param right what would be right, in symbols of every language; null where the code says it all
 */
public record Finding(String field, String code, @JsonIgnore String right) {

    public Finding(String field, String code) {
        this(field, code, null);
    }

    public Finding within(String group) {
        return new Finding(group + "." + field, code, right);
    }
}
