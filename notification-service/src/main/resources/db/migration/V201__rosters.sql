-- Weeks of duty rosters. An import makes a new version of a week whole; earlier versions are kept.
create table roster (
    place         text        not null,
    organisation  text        not null,
    week          date        not null check (extract(isodow from week) = 1),
    version       int         not null,
    imported_at   timestamptz not null,
    imported_by   text        not null,
    superseded_at timestamptz,
    primary key (place, week, version)
);

create unique index roster_current on roster (place, week) where superseded_at is null;
create index roster_by_organisation on roster (organisation, week) where superseded_at is null;

-- In the order of calling. Contact data of staff, which no event and no log carries.
create table roster_shift (
    place     text        not null,
    week      date        not null,
    version   int         not null,
    position  int         not null,
    line      text        not null,
    starts_at timestamptz not null,
    ends_at   timestamptz not null check (ends_at > starts_at),
    people    jsonb       not null,
    primary key (place, week, version, position),
    foreign key (place, week, version) references roster
);

-- Read from a workbook and not yet taken; short-lived.
create table roster_preview (
    id           uuid        primary key,
    place        text        not null,
    week         date        not null,
    base_version int         not null,
    made_by      text        not null,
    expires_at   timestamptz not null,
    shifts       jsonb       not null
);

create index roster_preview_by_age on roster_preview (expires_at);
