-- Whether it was right that a glass was broken, as each house says that must ask; its last word counts, and none is edited.
-- In whose words stands on the timeline of the transfer.
create table glass_verdict (
    id           uuid        primary key,
    glass_id     uuid        not null references glass (id),
    actor        text        not null,
    organisation text        not null,
    role         text        not null,
    because      text        not null,
    judged_at    timestamptz not null
);

create index glass_verdict_by_glass on glass_verdict (glass_id);

revoke update, delete, truncate on glass_verdict from ${app_role};
