package vn.lienvien.simulation.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lienvien.bed.placement.domain.Abilities;
import vn.lienvien.bed.placement.domain.Ages;
import vn.lienvien.bed.placement.domain.Finding;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Place;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.simulation.bed.Bed;
import vn.lienvien.simulation.bed.UnitRecord;
import vn.lienvien.simulation.kernel.Choices;
import vn.lienvien.simulation.kernel.Story;

/**
 * Hospitals that do not exist: two that refer, some that receive, one or two with a second unit.
 *
 * @param hospitals all of them, and where they stand
 */
public record Country(
        Map<OrganisationId, Place> hospitals,
        List<OrganisationId> origins,
        List<UnitRecord> units,
        List<Integer> slots) {

    private static final List<String> RECEIVING =
            List.of("an-phu", "binh-hoa", "cat-lai", "dong-ha", "go-may");

    public static Country of(Choices chance) {
        var hospitals = new LinkedHashMap<OrganisationId, Place>();
        var origins = List.of(new OrganisationId("tram-chim"), new OrganisationId("vam-lang"));
        origins.forEach(it -> hospitals.put(it, place(chance)));
        var units = new ArrayList<UnitRecord>();
        var slots = new ArrayList<Integer>();
        int count = 2 + chance.below(3);
        for (var name : RECEIVING.subList(0, count)) {
            var hospital = new OrganisationId(name);
            hospitals.put(hospital, place(chance));
            for (int i = 0; i < (chance.percent(25) ? 2 : 1); i++) {
                units.add(unit(chance, hospital, i, hospitals.get(hospital)));
                slots.add(chance.percent(10) ? 0 : 1 + chance.below(3));
            }
        }
        return new Country(hospitals, origins, units, slots);
    }

    public void open(Bed bed, Ids ids, Story story) {
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            var opened = new ArrayList<SlotId>();
            for (int n = 1; n <= slots.get(i); n++) {
                var slot = new SlotId(ids.next());
                story.name(slot, unit.ward().unit() + "/" + n);
                opened.add(slot);
            }
            bed.open(unit, opened);
        }
    }

    List<OrganisationId> everywhere() {
        return List.copyOf(hospitals.keySet());
    }

    List<OrganisationId> receiving() {
        return units.stream().map(it -> it.ward().organisation()).distinct().toList();
    }

    private static UnitRecord unit(Choices chance, OrganisationId at, int number, Place place) {
        boolean first = number == 0;
        return new UnitRecord(
                new Ward(new UnitId(at.value() + (first ? ".icu" : ".icu-2")), at),
                new Abilities(
                        first ? Ages.ADULT : chance.of(Ages.ADULT, Ages.PAEDIATRIC, Ages.ALL),
                        null,
                        null,
                        chance.of(Finding.YES, Finding.YES, Finding.UNKNOWN),
                        chance.of(Finding.YES, Finding.YES, Finding.UNKNOWN, Finding.NO),
                        chance.of(Finding.YES, Finding.YES, Finding.UNKNOWN, Finding.NO),
                        Finding.UNKNOWN,
                        Set.of(),
                        Set.of()),
                place,
                chance.percent(85),
                chance.percent(40),
                chance.percent(10) ? 0 : 1 + chance.below(3),
                null);
    }

    private static Place place(Choices chance) {
        return new Place(9 + chance.below(300) / 100.0, 105 + chance.below(200) / 100.0, null);
    }
}
