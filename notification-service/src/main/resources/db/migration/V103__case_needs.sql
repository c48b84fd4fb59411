-- What a message says of a case beside its code.
create table case_needs (
    transfer_id uuid primary key,
    ecmo_mode   text,
    age_group   text
);
