package vn.lienvien.notification.obligation;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.test.OwnerConnection;

/**
 * A house of its own for each test, whose duty begins and ends around now; nobody in it is real.
 */
final class Invented {

    private static final AtomicInteger HOUSES = new AtomicInteger();

    private final OrganisationCode house;

    private Invented(OrganisationCode house) {
        this.house = house;
    }

    static Invented house() {
        return new Invented(new OrganisationCode("ladder-house-" + HOUSES.incrementAndGet()));
    }

    OrganisationCode code() {
        return house;
    }

    String unit() {
        return house + ".icu-adult";
    }

    /** On duty for some hours before and after now. */
    Invented onDuty(String place, String line, String name, String... phones) {
        return shift(place, line, name, String.join("\", \"", phones), -2, 6);
    }

    /** The line is kept, but its last shift is over. */
    Invented gone(String place, String line) {
        return shift(place, line, "Cô Vắng (invented)", "+84903000009", -9, -1);
    }

    private Invented shift(
            String place, String line, String name, String phone, int from, int until) {
        OwnerConnection.run(
                """
                insert into roster (place, organisation, week, version, imported_at, imported_by)
                    values ('%1$s', '%2$s', date_trunc('week', now() at time zone 'Asia/Ho_Chi_Minh')::date, 1, now(), 'test')
                    on conflict do nothing;
                insert into roster_shift (place, week, version, position, line, starts_at, ends_at, people)
                    select '%1$s', date_trunc('week', now() at time zone 'Asia/Ho_Chi_Minh')::date, 1, count(*), '%3$s',
                        now() + interval '%6$d hours', now() + interval '%7$d hours',
                        '[{"name": "%4$s", "phones": ["%5$s"], "user": "%8$s@%2$s"}]'
                    from roster_shift where place = '%1$s';
                """
                        .formatted(
                                place,
                                house,
                                line,
                                name,
                                phone,
                                from,
                                until,
                                line.toLowerCase(Locale.ROOT)));
        return this;
    }
}
