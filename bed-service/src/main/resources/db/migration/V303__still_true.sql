-- When a unit was last asked whether its numbers are still true.
create table still_true_ask (
    unit     text primary key references unit (code),
    asked_at timestamptz not null
);
