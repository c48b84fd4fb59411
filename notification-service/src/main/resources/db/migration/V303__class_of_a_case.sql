-- The class that the sender last gave a case: what another topic says of it may be older.
alter table case_needs add column urgency text;
