-- Journeys, their timelines, clinical pictures and sealed identities.

create table transfer (
    id               uuid        primary key,
    case_code        text        not null unique,
    origin           text        not null,
    state            text        not null,
    urgency          text        not null,
    live             boolean     not null,
    clinical_version bigint      not null,
    timeline_length  int         not null,
    journey          jsonb       not null,
    papers           jsonb       not null,
    changed_at       timestamptz not null,
    version          bigint      not null
) with (fillfactor = 80);

-- Ids are made in the order of time, so every list is a descent of one of these.
create index transfer_live on transfer (id desc) where live;
create index transfer_by_state on transfer (state, id desc);
create index transfer_by_origin on transfer (origin, id desc);

-- Every change, inserted only; the free text of a reason lives here and nowhere else.
create table timeline (
    transfer_id  uuid        not null references transfer (id),
    sequence     int         not null,
    what         text        not null,
    actor        text        not null,
    role         text,
    organisation text,
    reason       text,
    said_values  jsonb       not null,
    flags        text[]      not null,
    occurred_at  timestamptz not null,
    recorded_at  timestamptz not null,
    primary key (transfer_id, sequence)
);

create table clinical_snapshot (
    transfer_id uuid        not null references transfer (id),
    version     bigint      not null,
    picture     jsonb       not null,
    entered_by  text        not null,
    entered_at  timestamptz not null,
    primary key (transfer_id, version)
);

revoke update, delete, truncate on timeline, clinical_snapshot from ${app_role};

-- One key for each transfer, wrapped by the master key. Deleting the row erases the person.
create table transfer_key (
    transfer_id uuid  primary key,
    wrapped     bytea not null
);

create table identity (
    transfer_id      uuid primary key,
    local_id         bytea,
    full_name        bytea,
    birth_date       bytea,
    insurance_number bytea,
    citizen_id       bytea,
    phone            bytea,
    address          bytea
);

-- Keyed hashes of the patients with a live request, to recognise the same one.
create table patient_mark (
    mark        text not null,
    transfer_id uuid not null,
    primary key (mark, transfer_id)
);

create index patient_mark_by_transfer on patient_mark (transfer_id);
