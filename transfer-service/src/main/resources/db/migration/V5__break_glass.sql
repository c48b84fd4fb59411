-- Opened in an emergency: to one person, one transfer, for a time. It ends by its time and is never edited; why stands in
-- the person's own words on the timeline of the transfer.
create table glass (
    id           uuid        primary key,
    transfer_id  uuid        not null references transfer (id),
    actor        text        not null,
    organisation text        not null,
    role         text        not null,
    because      text        not null,
    open_from    timestamptz not null,
    open_until   timestamptz not null
);

create index glass_by_transfer on glass (transfer_id, actor);

-- Case codes that were tried and are none, so that nobody can go through them.
create table glass_miss (
    actor        text        not null,
    organisation text        not null,
    missed_at    timestamptz not null
);

create index glass_miss_by_actor on glass_miss (actor, missed_at);

revoke update, delete, truncate on glass from ${app_role};
