-- One message to one recipient by one channel: a rung of an obligation's ladder as it left, or could
-- not leave, the house. A row is what the ladder ordered, so a repeat finds it and sends nothing new.
create table delivery (
    reference     uuid        primary key,
    obligation_id uuid        not null,
    rung          int         not null,
    recipient     text        not null,
    channel       text        not null,
    address       text        not null,
    place         int         not null,
    urgent        boolean     not null,
    language      text        not null,
    notice        jsonb       not null,
    state         text        not null check (state in
        ('STANDBY', 'DUE', 'SENT', 'RECEIVED', 'PASSED_ON', 'FAILED', 'WITHDRAWN')),
    attempts      int         not null default 0,
    due_at        timestamptz not null,
    ordered_at    timestamptz not null default app_now(),
    tried_at      timestamptz,
    ended_at      timestamptz,
    reason        text,
    gateway_id    text,
    unique (obligation_id, rung, recipient, channel)
) with (fillfactor = 70);

create index delivery_due on delivery (urgent desc, due_at) where state = 'DUE';
create index delivery_pace on delivery (recipient, channel, tried_at) where tried_at is not null;
create index delivery_by_age on delivery using brin (ordered_at);
