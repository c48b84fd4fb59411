-- An organisation may be asked again in the same attempt: what is said after its answer was read is a new question.
alter table mark add column left_at timestamptz not null default app_now();
