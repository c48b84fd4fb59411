/**
 * The bench: the product beside a bare program with the same commits and sends, in the same run, on
 * the same PostgreSQL and broker. Only their ratio means anything on a shared machine.
 */
package vn.lienvien.journeys.bench;
