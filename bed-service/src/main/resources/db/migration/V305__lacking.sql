-- What a unit said it lacks, read for every unit that is weighed.
create index offer_lacking on offer (unit, held_at)
    where state = 'NOT_NOW' and reason in ('NO_CRRT', 'NO_ISOLATION_ROOM');
