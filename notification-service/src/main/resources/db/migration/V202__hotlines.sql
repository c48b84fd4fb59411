-- Numbers an organisation wants to be called at, in its own order.
create table hotline (
    organisation text        not null,
    position     int         not null,
    purpose      text        not null,
    label        text        not null,
    phone        text        not null,
    changed_at   timestamptz not null,
    primary key (organisation, position)
);
