package vn.lienvien.bed.placement.domain;

import java.util.List;

/** What the allocator would do for one transfer now. */
public sealed interface Proposal {

    record Ask(List<Choice> choices, List<Ranked> ranking) implements Proposal {}

    /** Nothing now: it waits, and a person is told. */
    record Await(List<Ranked> ranking) implements Proposal {}

    record GiveToPeople(PausedBecause because) implements Proposal {}

    /** Nothing to do: it waits already, or a team is being called first. */
    record Nothing() implements Proposal {}

    /**
     * @param slot null where nothing is free or nothing is held for this class
     */
    record Choice(Ward ward, SlotId slot, OfferKind kind) {}
}
