-- What a unit can carry and what it is known to lack; unknown stays unknown.
alter table unit
    add column min_weight_kg numeric(5, 1) check (min_weight_kg > 0),
    add column max_weight_kg numeric(5, 1) check (max_weight_kg > min_weight_kg),
    add column lacks         text[] not null default '{}',
    -- whether somebody is on the roster now, as notification-service tells
    add column on_duty       text   not null default 'UNKNOWN' check (on_duty in ('YES', 'UNKNOWN', 'NO'));

-- Which hospitals answer for the patients of a province. Empty means nobody does, and no unit is
-- preferred for its region.
create table responsibility (
    province     text not null,
    organisation text not null,
    primary key (province, organisation)
);

-- A coordinator has put this transfer before all others, for a reason that is audited.
alter table placement add column put_first boolean not null default false;

-- The allocator looks for what is free, not through all units there are.
create index slot_free on slot (unit) where state = 'FREE';
create index unit_offered on unit (code) where activated and ready_for_outside > 0;
create index hospital_where on hospital using gist (point(longitude, latitude));
