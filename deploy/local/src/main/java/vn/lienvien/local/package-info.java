/**
 * The whole system on one machine: real PostgreSQL, a real Kafka broker, the services, the edge and
 * the token issuer, each supervised. Never used in production.
 */
package vn.lienvien.local;
