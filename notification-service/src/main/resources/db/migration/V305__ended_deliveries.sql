-- What ended lately is counted, and what ended long ago is forgotten, without reading all that is kept.
create index delivery_ended on delivery (ended_at) where ended_at is not null;
drop index delivery_by_age;
