package vn.lienvien.bed.placement.domain;

import static vn.lienvien.bed.placement.domain.Outcome.refused;
import static vn.lienvien.bed.placement.domain.Outcome.unchanged;

import java.time.Instant;
import java.util.List;

/** What the one allocator does to a placement. It never acts where a person must decide. */
public final class Allocations {

    private Allocations() {}

    /** A question about to be put to a unit, and when its time is over. */
    public record Question(Asked asked, Instant until) {}

    public static Outcome<Placement> offer(Placement placement, List<Question> questions) {
        return switch (placement.stage()) {
            case Stage.Seeking _, Stage.Waiting _ ->
                    placement.paused() == null
                            ? ask(placement, questions)
                            : refused(Refusal.AUTOMATION_PAUSED);
            case Stage.Offered _ -> refused(Refusal.ALREADY_OFFERED);
            case Stage.Confirmed _, Stage.Occupied _, Stage.Withdrawn _, Stage.Ended _ ->
                    refused(whyNotSought(placement.stage()));
        };
    }

    /** Nothing now: never a final no. Told once; every slot that opens is tried. */
    public static Outcome<Placement> await(Placement placement, int position) {
        return switch (placement.stage()) {
            case Stage.Seeking _ when placement.paused() != null ->
                    refused(Refusal.AUTOMATION_PAUSED);
            case Stage.Seeking _ ->
                    new Draft(placement)
                            .stage(new Stage.Waiting())
                            .happened(new Happened.WaitingStarted(position))
                            .changed();
            case Stage.Waiting _ -> unchanged(placement);
            case Stage.Offered _ -> refused(Refusal.ALREADY_OFFERED);
            case Stage.Confirmed _, Stage.Occupied _, Stage.Withdrawn _, Stage.Ended _ ->
                    refused(whyNotSought(placement.stage()));
        };
    }

    /** The named hospital cannot be asked (again): the machine has nothing left to try. */
    public static Outcome<Placement> giveToPeople(Placement placement, PausedBecause because) {
        return switch (placement.stage()) {
            case Stage.Seeking _, Stage.Waiting _ when placement.paused() != null ->
                    unchanged(placement);
            case Stage.Seeking _, Stage.Waiting _ ->
                    new Draft(placement)
                            .stage(new Stage.Seeking())
                            .paused(because)
                            .happened(told(placement, because))
                            .changed();
            case Stage.Offered _ -> refused(Refusal.ALREADY_OFFERED);
            case Stage.Confirmed _, Stage.Occupied _, Stage.Withdrawn _, Stage.Ended _ ->
                    refused(whyNotSought(placement.stage()));
        };
    }

    /** A red alert calls the next centre, wherever the search for a bed stands. */
    public static Outcome<Placement> askTeam(
            Placement placement, OrganisationId next, Instant answerBy, Instant now) {
        if (placement.stage() instanceof Stage.Ended) {
            return refused(Refusal.TRANSFER_ENDED);
        }
        if (placement.stage() instanceof Stage.Occupied) {
            return refused(Refusal.ALREADY_PLACED);
        }
        if (!placement.team().nextIsDue(now)) {
            return unchanged(placement);
        }
        var call = placement.team().ask(next, answerBy);
        return new Draft(placement)
                .team(call)
                .happened(new Happened.TeamAsked(next, call.asked().size(), answerBy))
                .changed();
    }

    public static Outcome<Placement> teamsExhausted(Placement placement, Instant now) {
        if (placement.stage() instanceof Stage.Ended) {
            return refused(Refusal.TRANSFER_ENDED);
        }
        if (placement.stage() instanceof Stage.Occupied) {
            return refused(Refusal.ALREADY_PLACED);
        }
        if (!placement.team().nextIsDue(now)) {
            return unchanged(placement);
        }
        return new Draft(placement)
                .team(placement.team().exhaust())
                .happened(new Happened.TeamsExhausted(placement.team().asked().size()))
                .changed();
    }

    static Outcome<Placement> ask(Placement placement, List<Question> questions) {
        var draft = new Draft(placement).stage(new Stage.Offered());
        for (var question : questions) {
            draft.add(new Offer.Open(question.asked(), question.until(), false))
                    .happened(
                            question.asked().slot() == null
                                    ? new Happened.OfferMade(question.asked(), question.until())
                                    : new Happened.SlotHeld(question.asked(), question.until()));
        }
        return draft.changed();
    }

    static Refusal whyNotSought(Stage stage) {
        return switch (stage) {
            case Stage.Confirmed _, Stage.Occupied _ -> Refusal.ALREADY_PLACED;
            case Stage.Withdrawn _ -> Refusal.NOT_SOUGHT;
            case Stage.Ended _ -> Refusal.TRANSFER_ENDED;
            case Stage.Seeking _, Stage.Offered _, Stage.Waiting _ ->
                    throw new IllegalStateException("a place is sought");
        };
    }

    private static Happened told(Placement placement, PausedBecause because) {
        return because == PausedBecause.UNIT_MISSING
                ? new Happened.UnitMissing(placement.search().organisation())
                : new Happened.AutomationPaused(because);
    }
}
