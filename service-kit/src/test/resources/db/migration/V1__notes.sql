create table note (id uuid primary key, number int generated always as identity);
