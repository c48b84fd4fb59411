-- Quiet for a while, and giving it to a colleague. rung_no counts who was told, so that a ladder that
-- begins anew tells anew: what a delivery is remembered by must not come twice.
alter table obligation
    add column duty_unit     text,
    add column rung_no       int not null default 0,
    add column snoozes       int not null default 0,
    add column snoozed_until timestamptz,
    add column handed_role   text,
    add column handed_to     text,
    add column handed_by     text,
    add column handed_at     timestamptz,
    add column authority     text;

update obligation set rung_no = step where step > 0;

-- Who was told, why and when: by role and organisation, as in the events.
create table telling (
    obligation_id uuid        not null,
    rung_no       int         not null,
    step          int         not null,
    role          text        not null,
    organisation  text        not null,
    because       text        not null,
    gap           boolean     not null,
    told_at       timestamptz not null,
    primary key (obligation_id, rung_no)
);

create index obligation_by_authority on obligation (authority, due_at, id) where authority is not null;
create index obligation_by_handed_to on obligation (handed_to) where handed_to is not null and ended is null;
