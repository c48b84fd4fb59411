package vn.lienvien.simulation.bus;

import vn.lienvien.events.Topic;

/** What has an order of its own. */
public record Stream(Topic topic, String key) {}
