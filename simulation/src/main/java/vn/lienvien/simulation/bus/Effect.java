package vn.lienvien.simulation.bus;

/** A reader has done what an event asks of it. */
public record Effect(String consumer, Published of) {}
