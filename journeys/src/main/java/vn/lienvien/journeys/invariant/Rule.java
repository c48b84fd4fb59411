package vn.lienvien.journeys.invariant;

/**
 * One invariant as a question to one database: every row of the answer breaks it.
 *
 * @param id its number in docs/domain.md
 */
record Rule(String id, String database, String sql) {}
