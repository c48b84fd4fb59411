-- What was last said of a unit: whether somebody is on duty who can answer for it. covered is null
-- while neither the unit nor its house keeps that line; check_at is when it has to be looked at again.
create table duty_cover (
    unit         text primary key,
    organisation text        not null,
    covered      boolean,
    until        timestamptz,
    check_at     timestamptz
);

create index duty_cover_due on duty_cover (check_at) where check_at is not null;
