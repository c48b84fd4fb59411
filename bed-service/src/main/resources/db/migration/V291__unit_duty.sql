-- Whether somebody who could answer is on the roster of a unit, as notification-service last said, and
-- until when that holds. No row: nobody ever entered a roster. Not a reference: rosters may name a unit
-- that we do not know.
create table unit_duty (
    unit    text    primary key,
    covered boolean not null,
    until   timestamptz,
    check (until is not null or not covered)
);

-- A word without its end could not grow old.
alter table unit drop column on_duty;
