package vn.lienvien.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vn.lienvien.local.client.Capacity;
import vn.lienvien.local.client.Hospital;
import vn.lienvien.local.client.LienVien;

/** Which units take patients in a story: one stack serves them all, so each sets its own scene. */
public record Wards(LienVien system) {

    /** These units have so many free beds for others; nobody else has any. */
    public void openOnly(int beds, String... units) {
        var wanted = Set.of(units);
        active().stream().filter(unit -> !wanted.contains(unit)).forEach(unit -> ready(unit, 0));
        Arrays.stream(units).forEach(unit -> open(unit, beds));
    }

    public void open(String unit, int beds) {
        ready(unit, beds);
        at(unit).nurse().reports(unit, Capacity.free(beds));
    }

    public List<String> slotStates(String unit) {
        return at(unit).nurse().slots(unit).stream()
                .map(slot -> slot.path("state").asText())
                .filter(state -> !state.equals("CLOSED"))
                .toList();
    }

    private List<String> active() {
        return units().stream()
                .filter(unit -> unit.path("readyForOutside").asInt() > 0)
                .map(unit -> unit.path("unit").asText())
                .toList();
    }

    private List<JsonNode> units() {
        return system.person("coordinator", "soyte-hcm")
                .get("/api/v1/units?limit=200")
                .path("items")
                .valueStream()
                .toList();
    }

    private void ready(String unit, int beds) {
        at(unit).doctor().activates(unit, beds);
    }

    private Hospital at(String unit) {
        return system.hospital(unit.substring(0, unit.indexOf('.')));
    }
}
