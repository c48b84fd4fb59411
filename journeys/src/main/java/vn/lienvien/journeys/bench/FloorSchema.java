package vn.lienvien.journeys.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** The least that a request, a hold and an alert need in a database. */
final class FloorSchema {

    private static final String TABLES =
            """
            drop table if exists transfer, event, placement, slot, offer, obligation, inbox, outbox;
            create table transfer (id uuid primary key, state text not null, body jsonb not null);
            create table event (transfer uuid not null, seq int not null, body jsonb not null, primary key (transfer, seq));
            create table placement (transfer uuid primary key, state text not null);
            create table slot (id int primary key, transfer uuid);
            create index slot_free on slot (id) where transfer is null;
            create unique index slot_once on slot (transfer) where transfer is not null;
            create table offer (transfer uuid primary key, slot int not null, until timestamptz not null);
            create table obligation (id bigint generated always as identity primary key, transfer uuid not null, body jsonb not null);
            create table inbox (consumer text, event uuid, primary key (consumer, event));
            create table outbox (id bigint generated always as identity primary key, key uuid not null, body bytea not null, published_at timestamptz);
            create index outbox_unpublished on outbox (id) where published_at is null;
            """;

    private FloorSchema() {}

    static void install(Connection connection, int slots) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute(TABLES);
            sql.execute("insert into slot select n, null from generate_series(1, " + slots + ") n");
            sql.execute("analyze");
        }
    }
}
