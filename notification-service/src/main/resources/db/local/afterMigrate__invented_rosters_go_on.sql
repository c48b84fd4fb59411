-- At every start: whoever keeps an installation for months still finds somebody on duty. The last invented week of each place is
-- made again for the weeks to come that nobody has planned.

with model as (
    select place, organisation, max(week) as last
    from roster where imported_by = 'invented' group by place, organisation),
to_come as (
    select place, organisation, last, next.week::date
    from model
    cross join generate_series(
        last + interval '1 week',
        date_trunc('week', app_now() at time zone 'Asia/Ho_Chi_Minh') + interval '11 weeks',
        interval '1 week') as next(week)
    where not exists (
        select from roster as planned where planned.place = model.place and planned.week = next.week::date)),
made as (
    insert into roster (place, organisation, week, version, imported_at, imported_by)
    select place, organisation, week, 1, app_now(), 'invented' from to_come
    returning place, week)
insert into roster_shift (place, week, version, position, line, starts_at, ends_at, people)
select made.place, made.week, 1, position, line, starts_at + (made.week - last) * interval '1 day',
    ends_at + (made.week - last) * interval '1 day', people
from made
join to_come using (place, week)
join roster_shift as shift on shift.place = made.place and shift.week = last and shift.version = 1;
