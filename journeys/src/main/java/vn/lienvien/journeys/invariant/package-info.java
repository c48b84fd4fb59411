/** What must always be true (docs/domain.md), checked on the tables and topics of a real system. */
package vn.lienvien.journeys.invariant;
