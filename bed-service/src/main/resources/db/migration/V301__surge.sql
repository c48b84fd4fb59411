-- Declared and ended by people: while one lasts, numbers of units age faster. Null is everywhere.
create table surge (
    id           uuid        primary key,
    province     text,
    reason       text        not null,
    declared_by  text        not null,
    declared_for text        not null,
    declared_at  timestamptz not null,
    end_reason   text,
    ended_by     text,
    ended_for    text,
    ended_at     timestamptz,
    constraint surge_ends_whole check (num_nulls(ended_at, ended_by, ended_for, end_reason) in (0, 4))
);

-- At most one a province, and one everywhere, at a time.
create unique index surge_live on surge (coalesce(province, '')) where ended_at is null;
