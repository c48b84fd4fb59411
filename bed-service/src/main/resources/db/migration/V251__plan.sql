-- What was proposed for all who wait together, kept until it is accepted or too old. Not a truth:
-- nothing is held by it.
create table plan (
    id      uuid primary key,
    made_at timestamptz not null
);

create index plan_made on plan (made_at);

create table planned (
    plan         uuid not null references plan (id) on delete cascade,
    position     int  not null,
    transfer_id  uuid not null,
    attempt      int  not null,
    unit         text not null,
    organisation text not null,
    primary key (plan, transfer_id)
);
