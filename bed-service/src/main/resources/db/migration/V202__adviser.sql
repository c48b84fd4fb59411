-- Who advises the sender while the patient waits; the last one named counts, all are in the audit.
create table placement_adviser (
    transfer_id  uuid primary key references placement (transfer_id),
    name         text        not null,
    phone        text        not null,
    organisation text        not null,
    since        timestamptz not null
);
