-- Who had to know what, and whether they do. A row ends once and is kept.
create table obligation (
    id               uuid        primary key,
    subject          text        not null,
    transfer_id      uuid,
    unit             text,
    case_code        text,
    urgency          text,
    origin           text,
    kind             text        not null,
    role             text        not null,
    organisation     text        not null,
    source           text        not null,
    offer_id         uuid,
    attempt          int         not null,
    opened_on        text        not null,
    opened_at        timestamptz not null,
    clock_from       timestamptz not null,
    due_at           timestamptz not null,
    ladder           text        not null,
    step             int         not null,
    next_at          timestamptz,
    alarm_since      timestamptz,
    ended            text,
    ended_by         text,
    ended_at         timestamptz,
    acknowledged_by  text,
    acknowledged_for text,
    version          bigint      not null,
    check ((transfer_id is null) <> (unit is null)),
    check ((ended is null) = (ended_at is null)),
    check (ended is null or next_at is null)
) with (fillfactor = 80);

-- At most one obligation with the same duty stands at a time.
create unique index obligation_standing on obligation
    (subject, kind, role, organisation, source, coalesce(offer_id, '00000000-0000-0000-0000-000000000000'))
    where ended is null;
create index obligation_timer on obligation (next_at) where next_at is not null;
create index obligation_by_organisation on obligation (organisation, due_at, id);
create index obligation_by_due on obligation (due_at, id);
create index obligation_by_subject on obligation (subject, due_at, id);

-- What must be remembered of an event so that an older one of the other topic, read later, opens nothing.
create table mark (
    subject text not null,
    name    text not null,
    scope   text not null,
    key     text not null,
    attempt int  not null,
    primary key (subject, name, scope, key)
);

-- "Called, answered by, at": a fact, kept even when it came late.
create table phone_call (
    id            uuid        primary key,
    obligation_id uuid        not null references obligation (id),
    answered_by   text        not null,
    answered_at   timestamptz not null,
    entered_by    text        not null,
    entered_for   text        not null,
    recorded_at   timestamptz not null
);

create index phone_call_by_obligation on phone_call (obligation_id);

-- How an organisation is reached in a role.
create table contact (
    organisation text not null,
    role         text not null,
    phone        text,
    email        text,
    language     text not null default 'vi',
    updated_at   timestamptz not null default app_now(),
    primary key (organisation, role)
);
