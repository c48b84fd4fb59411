package vn.lienvien.notification.obligation;

import java.util.Arrays;
import java.util.Locale;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.notification.obligation.domain.Refusal;

/** Why it was not done; each code is a paragraph of docs/problems/notification-service.md. */
final class ObligationProblems {

    static final String NOBODY_TO_HAND_TO = "nobody-to-hand-to";

    private ObligationProblems() {}

    static String code(Refusal why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A refusal that is kept and given again. */
    static Problem refused(String code) {
        if (code.equals(NOBODY_TO_HAND_TO)) {
            return Problem.refused(
                    code,
                    "Nobody to hand it to",
                    "Nobody is on duty in that role, and no phone or mailbox of it is known.");
        }
        return Arrays.stream(Refusal.values())
                .filter(each -> code(each).equals(code))
                .findFirst()
                .map(ObligationProblems::of)
                .orElseThrow(() -> new IllegalArgumentException(code));
    }

    private static Problem of(Refusal why) {
        return switch (why) {
            case OBLIGATION_ENDED ->
                    Problem.refused(
                            code(why), "Over", "This ended already; nobody is called any more.");
            case ALARM_STANDS ->
                    Problem.refused(
                            code(why),
                            "The alarm stands",
                            "Everybody was told and nobody answered: say \"I know\", or record a call.");
            case SNOOZED_TOO_OFTEN ->
                    Problem.refused(
                            code(why),
                            "Snoozed too often",
                            "Quiet was asked for as often as is allowed. Answer, or hand it on.");
            case SNOOZE_PAST_DUE ->
                    Problem.refused(
                            code(why),
                            "Past its time",
                            "For U0 and U1 nothing is quiet past the time to answer. Ask for less.");
        };
    }
}
