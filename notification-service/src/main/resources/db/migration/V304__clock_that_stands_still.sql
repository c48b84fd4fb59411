-- Until when the clock of an offer without lapse stands still while its unit consults.
alter table obligation add column resumes_at timestamptz;
