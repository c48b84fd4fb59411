/**
 * The people of the stories: a small typed client of the REST API, the live stream and the topics,
 * used by the demo, the journeys and the bench.
 */
package vn.lienvien.local.client;
