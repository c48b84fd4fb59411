-- Keys of which has been said that they stand still, so that it is said once, and once that they move again.
create table parked_said (
    key     text        primary key,
    said_at timestamptz not null default app_now()
);
