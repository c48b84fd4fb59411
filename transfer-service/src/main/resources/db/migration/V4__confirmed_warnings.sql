-- Unusual values that were confirmed with a version of the picture. Null before this was kept; those of the first
-- version are with the papers of the request.
alter table clinical_snapshot add column confirmed jsonb;
