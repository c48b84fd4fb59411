-- Who said it for whom and how it came; what keeps beds from being used; when it was written down,
-- which may be later than the moment it speaks of.
alter table capacity_report
    add column source      text        not null default 'UNIT'
        check (source in ('UNIT', 'UNCHANGED', 'SYSTEM', 'PHONE', 'IMPORT')),
    add column answered_by text check (answered_by is null or source = 'PHONE'),
    add column limits      text[]      not null default '{}',
    add column recorded_at timestamptz not null default app_now();

-- The latest by the moment it speaks of: one entered late is history only.
create index capacity_report_by_time on capacity_report (unit, reported_at desc, id desc);
