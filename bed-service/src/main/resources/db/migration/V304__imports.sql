-- Read from a file and not yet taken; short-lived.
create table import_preview (
    id         uuid        primary key,
    kind       text        not null check (kind in ('REPORTS', 'UNITS')),
    made_by    text        not null,
    expires_at timestamptz not null,
    content    jsonb       not null
);

create index import_preview_by_age on import_preview (expires_at);

-- What a unit was from one moment to another, and who made it so; written by the row itself, so that
-- no way of changing a unit forgets it.
create table unit_version (
    unit          text        not null references unit (code),
    version       int         not null,
    since         timestamptz not null,
    until         timestamptz,
    changed_by    text,
    organisation  text        not null,
    ages          text        not null,
    vv            text        not null,
    va            text        not null,
    crrt          text        not null,
    isolation     text        not null,
    specialties   text[]      not null,
    lacks         text[]      not null,
    min_weight_kg numeric(5, 1),
    max_weight_kg numeric(5, 1),
    mobile_team   boolean     not null,
    valid_from    date        not null,
    valid_to      date,
    primary key (unit, version)
);

create unique index unit_version_now on unit_version (unit) where until is null;

alter table unit add column changed_by text;

create function keep_unit_version() returns trigger language plpgsql security definer
    set search_path from current as $$
declare
    at timestamptz := app_now();
    number int;
begin
    if tg_op = 'UPDATE' and (old.organisation, old.ages, old.vv, old.va, old.crrt, old.isolation, old.specialties,
        old.lacks, old.min_weight_kg, old.max_weight_kg, old.mobile_team, old.valid_from, old.valid_to)
        is not distinct from (new.organisation, new.ages, new.vv, new.va, new.crrt, new.isolation, new.specialties,
        new.lacks, new.min_weight_kg, new.max_weight_kg, new.mobile_team, new.valid_from, new.valid_to) then
        return null;
    end if;
    update unit_version set until = at where unit = new.code and until is null;
    select coalesce(max(version), 0) + 1 into number from unit_version where unit = new.code;
    insert into unit_version (unit, version, since, changed_by, organisation, ages, vv, va, crrt, isolation,
        specialties, lacks, min_weight_kg, max_weight_kg, mobile_team, valid_from, valid_to)
    values (new.code, number, at, new.changed_by, new.organisation, new.ages, new.vv, new.va, new.crrt,
        new.isolation, new.specialties, new.lacks, new.min_weight_kg, new.max_weight_kg, new.mobile_team,
        new.valid_from, new.valid_to);
    return null;
end
$$;

create trigger unit_version after insert or update on unit
    for each row execute function keep_unit_version();

insert into unit_version (unit, version, since, organisation, ages, vv, va, crrt, isolation, specialties, lacks,
    min_weight_kg, max_weight_kg, mobile_team, valid_from, valid_to)
select code, 1, app_now(), organisation, ages, vv, va, crrt, isolation, specialties, lacks, min_weight_kg,
    max_weight_kg, mobile_team, valid_from, valid_to
from unit;

revoke insert, update, delete, truncate on unit_version from ${app_role};
