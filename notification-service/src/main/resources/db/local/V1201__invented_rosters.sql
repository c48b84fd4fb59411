-- Invented rosters and hotlines for one machine only: no person, number or duty here is real. One
-- night in the week has nobody at gia-dinh, so that a gap can be seen.

create temporary table invented_place on commit drop as
select organisation, organisation || '.' || unit as unit, number
from (values
    ('htd-hcmc', 'icu-adult', 1), ('cho-ray', 'icu-adult', 2), ('gia-dinh', 'icu-adult', 3),
    ('mh-175', 'icu-adult', 4), ('nhi-dong-2', 'icu-paediatric', 5), ('nhi-dong-1', 'icu-paediatric', 6),
    ('nhi-dong-tp', 'icu-paediatric', 7), ('can-tho-central', 'icu-adult', 8), ('bach-mai', 'icu-adult', 9),
    ('viet-duc', 'icu-adult', 10), ('nhtd-hanoi', 'icu-adult', 11), ('nhi-tw', 'icu-paediatric', 12),
    ('hue-central', 'icu-adult', 13), ('da-nang', 'icu-adult', 14), ('soc-trang-covid', 'icu-adult', 15),
    ('soyte-hcm', null, 16), ('trung-tam-115-hcm', null, 17)) as known (organisation, unit, number);

create temporary table invented_shift on commit drop as
select coalesce(case when line = 'LEADER' then organisation else unit end, organisation) as place,
    organisation, week::date as week, line, day, hour, hours,
    format('%s mẫu %s.%s (hư cấu)', title, number, day + 1) as name,
    format('+84280%s%s%s', lpad(number::text, 3, '0'), hour / 10, day) as phone,
    login || '@' || organisation as login
from invented_place
cross join generate_series(
    date_trunc('week', app_now() at time zone 'Asia/Ho_Chi_Minh'),
    date_trunc('week', app_now() at time zone 'Asia/Ho_Chi_Minh') + interval '11 weeks',
    interval '1 week') as week
cross join generate_series(0, 6) as day
cross join (values
    ('LEADER', 7, 24, 'Lãnh đạo', 'doctor'), ('DOCTOR', 7, 12, 'BS.', 'doctor'), ('DOCTOR', 19, 12, 'BS.', 'doctor'),
    ('NURSE', 7, 12, 'ĐD.', 'nurse'), ('NURSE', 19, 12, 'ĐD.', 'nurse'), ('ECMO_OPERATOR', 7, 24, 'KTV.', 'team')
    ) as duty (line, hour, hours, title, login)
where (line = 'LEADER' or unit is not null)
  and not (organisation = 'gia-dinh' and line = 'DOCTOR' and hour = 19 and day = 6);

insert into roster (place, organisation, week, version, imported_at, imported_by)
select place, organisation, week, 1, app_now(), 'invented'
from (select distinct place, organisation, week from invented_shift) as each_week;

insert into roster_shift (place, week, version, position, line, starts_at, ends_at, people)
select place, week, 1, row_number() over (partition by place, week order by line, day, hour) - 1, line,
    starts, starts + hours * interval '1 hour',
    jsonb_build_array(jsonb_build_object('name', name, 'phones', jsonb_build_array(phone), 'user', login))
from invented_shift
cross join lateral (select (week + day + make_time(hour, 0, 0)) at time zone 'Asia/Ho_Chi_Minh' as starts) as begins;

insert into hotline (organisation, position, purpose, label, phone, changed_at)
select organisation, 0, 'RED_ALERT', 'Báo động đỏ (số hư cấu)', format('+842800000%s', lpad(number::text, 3, '0')), app_now()
from invented_place;
