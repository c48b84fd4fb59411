package vn.lienvien.local.client;

import java.util.HashMap;
import java.util.Map;

/** What a unit says it has, at the change of shift. */
public record Capacity(int staffed, int occupied, int readyForOutside) {

    /** So many beds that are staffed, empty and offered to others. */
    public static Capacity free(int beds) {
        return new Capacity(beds, 0, beds);
    }

    Map<String, ?> fields() {
        var fields = new HashMap<String, Object>();
        fields.put("operable", staffed);
        fields.put("staffed", staffed);
        fields.put("occupied", occupied);
        fields.put("consoles", staffed);
        fields.put("circuits", staffed);
        fields.put("crrtMachines", staffed);
        fields.put("readyForOutside", readyForOutside);
        return fields;
    }
}
