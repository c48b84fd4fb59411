-- Hospitals as they were from one day to another; blank is unknown and stays unknown.
create table hospital (
    code                text not null,
    valid_from          date not null,
    valid_to            date,
    role                text not null,
    name_vi             text not null,
    name_vi_after_2025  text,
    name_en             text not null,
    level               text not null,
    former_province     text not null,
    province            text not null,
    latitude            double precision,
    longitude           double precision,
    coordinate_kind     text,
    big_city            text,
    ecmo                text not null,
    ecmo_basis          text not null,
    population          text,
    crrt                text,
    isolation           text,
    icu_beds_published  text,
    phone               text,
    source              text,
    confidence          text,
    primary key (code, valid_from)
);

-- An intensive care unit. Not activated, it is a directory entry: to be called, never offered to.
create table unit (
    code              text primary key,
    organisation      text    not null,
    valid_from        date    not null default '2021-01-01',
    valid_to          date,
    ages              text    not null check (ages in ('ADULT', 'PAEDIATRIC', 'ALL')),
    vv                text    not null default 'UNKNOWN',
    va                text    not null default 'UNKNOWN',
    crrt              text    not null default 'UNKNOWN',
    isolation         text    not null default 'UNKNOWN',
    specialties       text[]  not null default '{}',
    mobile_team       boolean not null default false,
    activated         boolean not null default false,
    ready_for_outside int     not null default 0 check (ready_for_outside >= 0),
    duty_phone        text,
    reported_at       timestamptz,
    invented          boolean not null default false
);

create index unit_by_organisation on unit (organisation);

-- What a unit said of itself, each with its age. Inserted only.
create table capacity_report (
    id                bigint generated always as identity primary key,
    unit              text        not null references unit (code),
    reported_at       timestamptz not null,
    reported_by       text        not null,
    operable          int         not null check (operable >= 0),
    staffed           int         not null check (staffed >= 0),
    occupied          int         not null check (occupied >= 0),
    consoles          int check (consoles >= 0),
    circuits          int check (circuits >= 0),
    crrt_machines     int check (crrt_machines >= 0),
    ready_for_outside int         not null check (ready_for_outside >= 0)
);

create index capacity_report_latest on capacity_report (unit, id desc);

-- Units whose numbers cannot be true: offered to nobody until a report or a recorded call.
create table unit_doubt (
    unit   text primary key references unit (code),
    reason text        not null,
    since  timestamptz not null
);

-- The search for one transfer's place.
create table placement (
    transfer_id           uuid primary key,
    version               int         not null,
    case_code             text        not null,
    origin                text        not null,
    urgency               text        not null check (urgency in ('U0', 'U1', 'U2', 'U3')),
    attempt               int         not null,
    routing               text        not null,
    named_organisation    text,
    named_unit            text,
    endorsed              boolean     not null,
    top_rank              boolean     not null,
    needs                 jsonb       not null,
    stage                 text        not null,
    confirmed_offer       uuid,
    occupied_unit         text,
    occupied_organisation text,
    occupied_slot         uuid,
    paused                text,
    excluded              text[]      not null,
    silent                int         not null,
    offers_made           int         not null,
    lapses_at             timestamptz,
    team                  jsonb       not null,
    team_due_at           timestamptz,
    queued_at             timestamptz not null,
    caused_at             timestamptz
) with (fillfactor = 70);

create index placement_queue on placement (queued_at)
    where stage in ('SEEKING', 'WAITING') and paused is null;
create index placement_lapsing on placement (lapses_at) where lapses_at is not null;
create index placement_calling on placement (team_due_at) where team_due_at is not null;
create index placement_by_origin on placement (origin, transfer_id);

-- What each unit was asked and answered; history, and the clock while it runs.
create table offer (
    id               uuid primary key,
    transfer_id      uuid        not null references placement (transfer_id),
    ordinal          int         not null,
    attempt          int         not null,
    number           int         not null check (number >= 1),
    kind             text        not null,
    unit             text        not null references unit (code),
    organisation     text        not null,
    slot_id          uuid,
    state            text        not null,
    held_at          timestamptz not null,
    until            timestamptz,
    resumes_at       timestamptz,
    opened           boolean     not null default false,
    reason           text,
    ask_instead      text[],
    ready_to_consult boolean,
    accepted_by      text,
    unique (transfer_id, ordinal)
) with (fillfactor = 70);

create index offer_by_organisation on offer (organisation, transfer_id);

-- I1: a slot is asked for by one live offer at most.
create unique index offer_one_live_per_slot on offer (slot_id) where state in ('OPEN', 'CONSULTING');

-- One bed with console and staff for one patient. Its live state is here, so that two patients for
-- one slot cannot be written at all (I1).
create table slot (
    id             uuid primary key,
    version        int         not null,
    unit           text        not null references unit (code),
    state          text        not null
        check (state in ('FREE', 'HELD', 'CONFIRMED', 'OCCUPIED', 'CLEANING', 'CLOSED')),
    transfer_id    uuid references placement (transfer_id),
    offer_id       uuid unique references offer (id) deferrable initially deferred,
    offer_no       int,
    multi_offer    boolean     not null default false,
    until          timestamptz,
    since          timestamptz not null,
    closed_because text,
    extra          boolean     not null default false,
    invented       boolean     not null default false,
    constraint slot_is_held_by_an_offer check (
        state not in ('HELD', 'CONFIRMED')
        or (transfer_id is not null and offer_id is not null and offer_no is not null)),
    constraint slot_without_patient_has_none check (
        state not in ('FREE', 'CLEANING', 'CLOSED') or (transfer_id is null and offer_id is null)),
    constraint slot_closed_says_why check ((state = 'CLOSED') = (closed_because is not null)),
    -- I2: a second hold only where it was declared
    constraint slot_second_hold_is_declared check (state <> 'HELD' or offer_no = 1 or multi_offer)
) with (fillfactor = 70);

create index slot_by_unit on slot (unit, state);
create index slot_by_transfer on slot (transfer_id) where transfer_id is not null;

-- I2: one hold per offer number; one confirmed or occupied place per transfer.
create unique index slot_one_hold_per_number on slot (transfer_id, offer_no) where state = 'HELD';
create unique index slot_one_place_per_transfer on slot (transfer_id)
    where state in ('CONFIRMED', 'OCCUPIED') and transfer_id is not null;

-- Why a unit was asked before another. Inserted only.
create table ranking (
    id          bigint generated always as identity primary key,
    transfer_id uuid        not null references placement (transfer_id),
    attempt     int         not null,
    ranked_at   timestamptz not null,
    candidates  jsonb       not null
);

create index ranking_latest on ranking (transfer_id, id desc);

revoke update, delete, truncate on capacity_report, ranking from ${app_role};
