package vn.lienvien.notification.roster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.kit.test.DatabaseTime;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;
import vn.lienvien.notification.roster.domain.DutyLine;
import vn.lienvien.notification.roster.domain.Hours;
import vn.lienvien.notification.roster.domain.OnCall;
import vn.lienvien.notification.roster.domain.Place;
import vn.lienvien.notification.roster.domain.Shift;
import vn.lienvien.notification.roster.domain.Week;
import vn.lienvien.notification.roster.sheet.RosterWriter;

/** Whether somebody can answer for a unit is said when it is known and when it changes. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class CoveringIT {

    private static final AtomicInteger HOUSES = new AtomicInteger();
    private static final Hours FROM_MIDNIGHT = new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    private static final List<OnCall> LUA =
            List.of(new OnCall("BS. Lúa (invented)", List.of("+84903000002"), null));

    @Inject Covering covering;

    private final Week week = Week.at(Instant.now());
    private String house;
    private String unit;

    @BeforeEach
    void anotherHouse() {
        house = "cover-house-" + HOUSES.incrementAndGet();
        unit = house + ".icu-adult";
    }

    @AfterEach
    void theClockIsRight() {
        DatabaseTime.asItIs();
    }

    @Test
    void anImportSaysAtOnceThatADoctorIsThereAndUntilWhen() {
        imports(unit, wholeWeek(DutyLine.DOCTOR));

        var until = week.next().starts();
        assertThat(said()).containsExactly("covered " + until);
        covering.sweep();
        assertThat(said()).as("nothing has changed").hasSize(1);
    }

    @Test
    void aNurseAloneAnswersNoOffer() {
        imports(unit, wholeWeek(DutyLine.NURSE));
        assertThat(said()).isEmpty();

        imports(house, wholeWeek(DutyLine.DOCTOR));
        assertThat(said()).as("the house's doctor answers for its units").hasSize(1);
    }

    @Test
    void whenTheRosterRunsOutTheGapIsSaidOnceByWhicheverReplica() throws Exception {
        imports(unit, wholeWeek(DutyLine.DOCTOR));
        var until = week.next().starts();

        DatabaseTime.ahead(Duration.between(Instant.now(), until).plusMinutes(1));
        try (var replicas = Executors.newFixedThreadPool(4)) {
            replicas.invokeAll(Collections.nCopies(8, Executors.callable(covering::sweep)));
        }
        covering.sweep();

        assertThat(said()).containsExactly("covered " + until, "gap null");
        assertThat(audience()).containsOnly(house);
    }

    @Test
    void aGapEndsWhenSomebodyComesOnDuty() {
        var next = week.next();
        imports(
                unit,
                next,
                Hours.WHOLE.on(next.monday(), DutyLine.DOCTOR, LUA),
                Hours.WHOLE.on(next.sunday(), DutyLine.DOCTOR, LUA));
        var monday = next.starts().plus(Duration.ofHours(7));
        assertThat(said()).containsExactly("gap " + monday);

        DatabaseTime.ahead(Duration.between(Instant.now(), monday).plusMinutes(1));
        covering.sweep();

        assertThat(said())
                .containsExactly("gap " + monday, "covered " + monday.plus(Duration.ofDays(1)));
    }

    @Test
    void whereNoDoctorIsRosteredAnyMoreTheLastWordEnds() {
        imports(unit, wholeWeek(DutyLine.DOCTOR));
        imports(unit, wholeWeek(DutyLine.NURSE));

        assertThat(said()).hasSize(2);
        assertThat(gapUntil(1)).as("over at once").isBeforeOrEqualTo(Instant.now());
        covering.sweep();
        imports(unit, wholeWeek(DutyLine.NURSE));
        assertThat(said()).as("said once").hasSize(2);
    }

    @Test
    void aRosterThatNobodyContinuesForFourWeeksIsNotKeptAnyMore() {
        imports(unit, wholeWeek(DutyLine.DOCTOR));
        var over = Duration.between(Instant.now(), week.next().starts().plus(Duration.ofDays(1)));
        DatabaseTime.ahead(over);
        covering.sweep();
        assertThat(said()).last().isEqualTo("gap null");

        var later = over.plusDays(28);
        DatabaseTime.ahead(later);
        covering.sweep();

        assertThat(said()).hasSize(3);
        assertThat(gapUntil(2)).isBeforeOrEqualTo(Instant.now().plus(later));
    }

    private Instant gapUntil(int position) {
        return Instant.parse(said().get(position).replace("gap ", ""));
    }

    @Test
    void whatWasStoredWithoutAnImportIsFoundByTheSweep() {
        OwnerConnection.run(
                """
                insert into roster (place, organisation, week, version, imported_at, imported_by)
                    values ('%1$s', '%2$s', '%3$s', 1, now(), 'test');
                insert into roster_shift (place, week, version, position, line, starts_at, ends_at, people)
                    values ('%1$s', '%3$s', 1, 0, 'DOCTOR', now() - interval '1 hour', now() + interval '1 hour',
                        '[{"name": "BS. Lúa (invented)", "phones": []}]');
                """
                        .formatted(unit, house, week.monday()));
        covering.sweep();

        assertThat(said()).singleElement().asString().startsWith("covered");
    }

    private Shift[] wholeWeek(DutyLine line) {
        return Stream.of(DayOfWeek.values())
                .map(day -> FROM_MIDNIGHT.on(week.day(day), line, LUA))
                .toArray(Shift[]::new);
    }

    private void imports(String place, Shift... shifts) {
        imports(place, week, shifts);
    }

    private void imports(String place, Week into, Shift... shifts) {
        var path = "/api/v1/rosters/" + place;
        var token = TestTokens.as("doctor", house);
        var preview =
                given().auth()
                        .oauth2(token)
                        .contentType(RosterResource.WORKBOOK)
                        .body(RosterWriter.write(Place.of(place), into, List.of(shifts)))
                        .post(path + "/previews")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("preview");
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("preview", preview))
                .post(path + "/imports")
                .then()
                .statusCode(201);
    }

    private List<String> said() {
        return OwnerConnection.column(
                """
                select substring(type from 'duty-(\\w+)') || ' ' || coalesce(
                    to_char((convert_from(payload, 'UTF8')::jsonb ->> 'until')::timestamptz at time zone 'UTC',
                        'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'null')
                from outbox where key = '%s' order by sequence
                """
                        .formatted(unit));
    }

    private List<String> audience() {
        return OwnerConnection.column(
                "select attributes ->> 'audience' from outbox where key = '%s'".formatted(unit));
    }
}
