package vn.lienvien.journeys.invariant;

import java.util.List;
import java.util.stream.Stream;

/** What must be true of the tables once the system has come to rest. */
final class Rules {

    private static final List<String> DATABASES = List.of("transfer", "bed", "notification");

    private static final List<Rule> OF_BEDS =
            List.of(
                    new Rule(
                            "I1",
                            "bed",
                            """
                            select 'slot ' || slot_id || ' has two live offers' from offer
                            where state in ('OPEN', 'CONSULTING') and slot_id is not null
                            group by slot_id having count(*) > 1
                            """),
                    new Rule(
                            "I1",
                            "bed",
                            """
                            select 'slot ' || s.id || ' is held for an offer that is not live' from slot s
                            join offer o on o.id = s.offer_id
                            where s.state = 'HELD'
                              and (o.state not in ('OPEN', 'CONSULTING') or o.slot_id is distinct from s.id)
                            """),
                    new Rule(
                            "I2",
                            "bed",
                            """
                            select 'transfer ' || transfer_id || ' has two places' from slot
                            where state in ('CONFIRMED', 'OCCUPIED') and transfer_id is not null
                            group by transfer_id having count(*) > 1
                            """),
                    new Rule(
                            "I2",
                            "bed",
                            """
                            select 'transfer ' || transfer_id || ' has two undeclared holds' from slot
                            where state = 'HELD' and not multi_offer
                            group by transfer_id having count(*) > 1
                            """),
                    new Rule(
                            "I7",
                            "bed",
                            """
                            select 'offer ' || id || ' is live past its time' from offer
                            where state in ('OPEN', 'CONSULTING') and until < app_now() - interval '30 seconds'
                            """),
                    new Rule(
                            "I8",
                            "bed",
                            """
                            select 'slot ' || s.id || ' is confirmed on an offer that is not' from slot s
                            left join offer o on o.id = s.offer_id
                            where s.state = 'CONFIRMED' and o.state is distinct from 'CONFIRMED'
                            """),
                    new Rule(
                            "I9",
                            "bed",
                            """
                            select 'ended transfer ' || p.transfer_id || ' has a slot' from placement p
                            join slot s on s.transfer_id = p.transfer_id
                            where p.stage = 'ENDED' and s.state in ('HELD', 'CONFIRMED')
                            """),
                    new Rule(
                            "I9",
                            "bed",
                            """
                            select 'ended transfer ' || p.transfer_id || ' is still offered' from placement p
                            join offer o on o.transfer_id = p.transfer_id
                            where p.stage = 'ENDED' and o.state in ('OPEN', 'CONSULTING')
                            """));

    private Rules() {}

    static Stream<Rule> all() {
        return Stream.concat(OF_BEDS.stream(), DATABASES.stream().flatMap(Rules::ofDelivery));
    }

    /** What service-kit promises in each of the three databases. */
    private static Stream<Rule> ofDelivery(String database) {
        return Stream.of(
                new Rule(
                        "I4",
                        database,
                        "select type || ' of ' || key || ' is not published' from outbox where published_at is null"),
                new Rule(
                        "I6",
                        database,
                        """
                        select 'the sequence of ' || s.topic || '/' || s.key || ' has a gap' from stream s
                        left join outbox o on o.topic = s.topic and o.key = s.key
                        group by s.topic, s.key, s.last having count(o.id) <> s.last
                        """));
    }
}
