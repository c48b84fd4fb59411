-- What every service's database holds beside its own tables. Run by the owner; ${app_role} uses it.

alter default privileges in schema public grant select, insert, update, delete on tables to ${app_role};
alter default privileges in schema public grant usage, select on sequences to ${app_role};
grant usage on schema public to ${app_role};

-- The only time that decides anything. The app role does not own it and cannot make objects,
-- so only the owner can put another in its place, as the journeys do to move time.
create function app_now() returns timestamptz language sql volatile parallel safe
    as $$ select clock_timestamp() $$;

-- The last sequence given to each key of each topic, without gap. Never deleted.
create table stream (
    topic text   not null,
    key   text   not null,
    last  bigint not null,
    primary key (topic, key)
) with (fillfactor = 70);

-- Events to be sent, written in the transaction that made them true.
create table outbox (
    id           bigint generated always as identity primary key,
    topic        text        not null,
    key          text        not null,
    sequence     bigint      not null,
    event_id     uuid        not null,
    type         text        not null,
    attributes   jsonb       not null,
    payload      bytea       not null,
    occurred_at  timestamptz not null,
    recorded_at  timestamptz not null,
    published_at timestamptz,
    unique (topic, key, sequence)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500);

create index outbox_unpublished on outbox (topic, key, sequence) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;

-- Events a consumer has had its effect of, in the transaction of the effect.
create table inbox (
    consumer    text        not null,
    event_id    uuid        not null,
    received_at timestamptz not null default app_now(),
    primary key (consumer, event_id)
);

create index inbox_by_age on inbox using brin (received_at);

-- The last sequence a consumer applied of each key. Never deleted.
create table position (
    consumer text   not null,
    topic    text   not null,
    key      text   not null,
    last     bigint not null,
    primary key (consumer, topic, key)
) with (fillfactor = 70);

-- Records that could not be applied, and those that wait behind them.
create table parked (
    id            bigint generated always as identity primary key,
    consumer      text        not null,
    topic         text        not null,
    key           text        not null,
    sequence      bigint,
    event_id      uuid,
    partition_no  int         not null,
    record_offset bigint      not null,
    reason        text        not null,
    fault         text,
    headers       jsonb       not null,
    payload       bytea,
    parked_at     timestamptz not null default app_now(),
    unique (consumer, topic, partition_no, record_offset)
);

create index parked_by_key on parked (consumer, topic, key, sequence);
create unique index parked_once on parked (consumer, topic, key, event_id) where event_id is not null;

-- Answers already given, by who asked for what under which key.
create table idempotency (
    organisation text        not null,
    actor        text        not null,
    operation    text        not null,
    key          text        not null,
    body_hash    text        not null,
    status       int,
    resource_id  text,
    version      bigint,
    refusal      text,
    created_at   timestamptz not null default app_now(),
    primary key (organisation, actor, operation, key)
);

create index idempotency_by_age on idempotency using brin (created_at);

-- Who did or read what. Inserted only.
create table audit (
    id           bigint generated always as identity primary key,
    at           timestamptz not null default app_now(),
    actor        text        not null,
    organisation text,
    action       text        not null,
    subject_type text        not null,
    subject_id   text        not null,
    codes        jsonb       not null,
    request_id   text
);

create index audit_by_subject on audit (subject_type, subject_id);

-- The audit rows in one unbroken line, each hash covering the one before. Inserted only.
create table audit_chain (
    position bigint primary key,
    audit_id bigint not null unique references audit (id),
    previous text   not null,
    hash     text   not null
);

revoke update, delete, truncate on audit, audit_chain from ${app_role};

-- What an organisation was to a transfer, and when.
create table relation (
    transfer_id  uuid        not null,
    organisation text        not null,
    role         text        not null,
    held_from    timestamptz not null,
    held_until   timestamptz
);

create unique index relation_live on relation (transfer_id, organisation, role) where held_until is null;
create index relation_by_transfer on relation (transfer_id, organisation);
create index relation_by_organisation on relation (organisation, transfer_id) where held_until is null;
