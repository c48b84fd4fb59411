-- A browser that a person allowed to show our alerts. An endpoint belongs to whoever signed in there
-- last: a ward's shared computer must not go on calling for the one before.
create table push_subscription (
    id            uuid        primary key,
    person        text        not null,
    endpoint      text        not null unique,
    p256dh        text        not null,
    auth          text        not null,
    subscribed_at timestamptz not null default app_now()
);

create index push_subscription_by_person on push_subscription (person, subscribed_at);
