package vn.lienvien.transfer.journey.application;

import vn.lienvien.transfer.journey.domain.Outcome;

/** What became of an amendment. */
public sealed interface Amended {

    record Done(Outcome.Decided decided) implements Amended {}

    /** Somebody else amended it first. */
    record Overtaken(long version) implements Amended {}
}
