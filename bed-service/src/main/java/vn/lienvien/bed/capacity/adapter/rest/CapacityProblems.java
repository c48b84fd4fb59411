package vn.lienvien.bed.capacity.adapter.rest;

import java.util.Locale;
import vn.lienvien.bed.capacity.domain.CapacityRefusal;
import vn.lienvien.kit.problem.Problem;

/** Each refusal as a problem; its paragraph is in docs/problems/bed-capacity.md. */
final class CapacityProblems {

    private CapacityProblems() {}

    static String code(CapacityRefusal why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Problem of(String code) {
        return of(CapacityRefusal.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static Problem of(CapacityRefusal why) {
        return switch (why) {
            case NO_REPORT_YET ->
                    Problem.refused(
                            code(why),
                            "No report yet",
                            "The unit has never reported: there is nothing to repeat. Send numbers.");
            case NUMBERS_DOUBTED ->
                    Problem.refused(
                            code(why),
                            "Numbers doubted",
                            "The latest numbers were found not to be true. Count again and send them anew.");
            case PREVIEW_EXPIRED ->
                    Problem.refused(
                            code(why),
                            "Preview expired",
                            "This preview can no longer be taken. Make a new one from the file.");
            case CHANGED_SINCE_PREVIEW ->
                    Problem.refused(
                            code(why),
                            "Changed since the preview",
                            "A unit of the file has changed since the preview was made. Make a new one and compare.");
        };
    }
}
