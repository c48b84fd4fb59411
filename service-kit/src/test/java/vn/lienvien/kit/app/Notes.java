package vn.lienvien.kit.app;

import vn.lienvien.kit.test.OwnerConnection;

/** The tables of the small service the kit is tested with. */
public final class Notes {

    private Notes() {}

    public static void makeTables() {
        OwnerConnection.run(
                """
                create table if not exists note (
                    id uuid primary key, number int generated always as identity);
                create table if not exists strict_note (text text, weight int check (weight >= 0));
                create table if not exists effect (
                    nth bigint generated always as identity, key text, sequence bigint, event_id uuid, what text)
                """);
    }
}
