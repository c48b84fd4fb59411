package vn.lienvien.bed;

import java.util.Locale;
import vn.lienvien.bed.placement.domain.Refusal;
import vn.lienvien.kit.problem.Problem;

/** Each refusal as a problem; its paragraph is in docs/problems/bed-service.md. */
public final class RefusalProblems {

    private RefusalProblems() {}

    public static String code(Refusal why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Problem of(String code) {
        return of(Refusal.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    public static Problem of(Refusal why) {
        return switch (why) {
            case NO_SUCH_OFFER -> Problem.notFound();
            case HOLD_LAPSED ->
                    refused(
                            why,
                            "Hold lapsed",
                            "The time of this offer is over and its slot was given free.");
            case OFFER_DECLINED ->
                    refused(why, "Already declined", "The unit has answered: not now.");
            case OFFER_RELEASED ->
                    refused(
                            why,
                            "Offer released",
                            "The offer was overtaken: another unit confirmed, or the request changed.");
            case ALREADY_CONFIRMED ->
                    refused(
                            why,
                            "Already confirmed",
                            "The unit has confirmed. To take it back, withdraw.");
            case NOT_CONFIRMED ->
                    refused(
                            why,
                            "Not confirmed",
                            "Only a confirmed place can be withdrawn. Answer not now instead.");
            case ALREADY_OFFERED ->
                    refused(why, "Already offered", "This unit is being asked already.");
            case ALREADY_PLACED -> refused(why, "Already placed", "A place is confirmed.");
            case AUTOMATION_PAUSED ->
                    refused(why, "Automation paused", "A person must decide or resume it.");
            case NOT_SOUGHT ->
                    refused(why, "Not sought", "No place is sought for this transfer now.");
            case PATIENT_IS_THERE ->
                    refused(
                            why,
                            "The patient is there",
                            "The patient lies in the bed; it cannot be given up by a click.");
            case TRANSFER_ENDED -> refused(why, "Transfer ended", "The transfer is over.");
            case SLOT_TAKEN ->
                    refused(
                            why,
                            "Slot taken",
                            "Another transfer or patient has the slot; read it again.");
            case NOT_THE_CURRENT_OFFER ->
                    refused(why, "Not the current offer", "The slot is held for another offer.");
            case PLAN_STALE -> refused(why, "Plan too old", "Much may have changed; plan anew.");
            case PLAN_OVERTAKEN ->
                    refused(
                            why,
                            "Plan overtaken",
                            "What it was planned from has changed; make a new plan.");
        };
    }

    private static Problem refused(Refusal why, String title, String detail) {
        return Problem.refused(code(why), title, detail);
    }
}
