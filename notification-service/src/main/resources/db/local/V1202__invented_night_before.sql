-- The invented rosters began on the Monday of the week in which they were made, at 07:00: whoever started the system in the night
-- before found nobody on duty anywhere. The week before is made like the first one.

create temporary table invented_week_before on commit drop as
select place, min(week) - 7 as week from roster where imported_by = 'invented' group by place
except
select place, week from roster;

insert into roster (place, organisation, week, version, imported_at, imported_by)
select place, organisation, before.week, 1, imported_at, imported_by
from invented_week_before as before
join roster as first using (place)
where first.week = before.week + 7 and first.version = 1;

insert into roster_shift (place, week, version, position, line, starts_at, ends_at, people)
select place, before.week, 1, position, line, starts_at - interval '7 days', ends_at - interval '7 days', people
from invented_week_before as before
join roster_shift as first using (place)
where first.week = before.week + 7 and first.version = 1;
