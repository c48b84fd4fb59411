-- Invented capacity of real hospitals, for one machine only: every row says so. What the units can
-- do, their numbers and their telephones are made up; the hospitals and where they stand are not.

insert into unit (code, organisation, ages, vv, va, crrt, isolation, specialties, mobile_team,
    activated, ready_for_outside, duty_phone, reported_at, invented)
values
    ('htd-hcmc.icu-adult',          'htd-hcmc',        'ADULT',      'YES', 'UNKNOWN', 'YES', 'YES', '{}', false, true, 2, '+842800000001', app_now(), true),
    ('cho-ray.icu-adult',           'cho-ray',         'ADULT',      'YES', 'YES', 'YES', 'YES', '{CARDIAC_SURGERY,INTERVENTIONAL_CARDIOLOGY,NEUROSURGERY,TRAUMA}', true, true, 3, '+842800000002', app_now(), true),
    ('gia-dinh.icu-adult',          'gia-dinh',        'ADULT',      'YES', 'YES', 'YES', 'UNKNOWN', '{INTERVENTIONAL_CARDIOLOGY}', true, true, 1, '+842800000003', app_now(), true),
    ('mh-175.icu-adult',            'mh-175',          'ADULT',      'YES', 'UNKNOWN', 'YES', 'YES', '{TRAUMA,BURNS}', true, true, 2, '+842800000004', app_now(), true),
    ('nhi-dong-2.icu-paediatric',   'nhi-dong-2',      'PAEDIATRIC', 'YES', 'YES', 'YES', 'YES', '{CARDIAC_SURGERY}', false, true, 1, '+842800000005', app_now(), true),
    ('nhi-dong-1.icu-paediatric',   'nhi-dong-1',      'PAEDIATRIC', 'YES', 'YES', 'YES', 'YES', '{CARDIAC_SURGERY}', false, true, 1, '+842800000006', app_now(), true),
    ('nhi-dong-tp.icu-paediatric',  'nhi-dong-tp',     'PAEDIATRIC', 'YES', 'YES', 'YES', 'UNKNOWN', '{CARDIAC_SURGERY}', false, true, 1, '+842800000007', app_now(), true),
    ('can-tho-central.icu-adult',   'can-tho-central', 'ADULT',      'YES', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', '{}', false, true, 1, '+842920000008', app_now(), true),
    ('bach-mai.icu-adult',          'bach-mai',        'ADULT',      'YES', 'YES', 'YES', 'YES', '{CARDIAC_SURGERY,INTERVENTIONAL_CARDIOLOGY}', true, true, 3, '+842400000009', app_now(), true),
    ('viet-duc.icu-adult',          'viet-duc',        'ADULT',      'YES', 'YES', 'YES', 'UNKNOWN', '{CARDIAC_SURGERY,HEART_TRANSPLANT,LUNG_TRANSPLANT,TRAUMA}', false, true, 1, '+842400000010', app_now(), true),
    ('nhtd-hanoi.icu-adult',        'nhtd-hanoi',      'ADULT',      'YES', 'UNKNOWN', 'YES', 'YES', '{}', false, true, 2, '+842400000011', app_now(), true),
    ('nhi-tw.icu-paediatric',       'nhi-tw',          'PAEDIATRIC', 'YES', 'YES', 'YES', 'YES', '{CARDIAC_SURGERY}', false, true, 2, '+842400000012', app_now(), true),
    ('hue-central.icu-adult',       'hue-central',     'ADULT',      'YES', 'YES', 'YES', 'YES', '{CARDIAC_SURGERY,HEART_TRANSPLANT}', false, true, 2, '+842340000013', app_now(), true),
    ('da-nang.icu-adult',           'da-nang',         'ADULT',      'YES', 'YES', 'YES', 'UNKNOWN', '{INTERVENTIONAL_CARDIOLOGY}', true, true, 2, '+842360000014', app_now(), true);

insert into capacity_report (unit, reported_at, reported_by, operable, staffed, occupied, consoles,
    circuits, crrt_machines, ready_for_outside)
select code, reported_at, 'invented', ready_for_outside + 4, ready_for_outside + 3, 3,
    ready_for_outside, ready_for_outside + 2, 2, ready_for_outside
from unit where invented;

insert into slot (id, version, unit, state, since, invented)
select gen_random_uuid(), 0, code, 'FREE', reported_at, true
from unit cross join lateral generate_series(1, ready_for_outside) where unit.invented;

insert into slot (id, version, unit, state, since, invented)
select gen_random_uuid(), 0, code, 'OCCUPIED', reported_at, true
from unit cross join lateral generate_series(1, 3) where unit.invented;
