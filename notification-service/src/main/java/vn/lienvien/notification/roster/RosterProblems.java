package vn.lienvien.notification.roster;

import java.util.List;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.Violation;
import vn.lienvien.notification.roster.sheet.Found;
import vn.lienvien.notification.roster.sheet.Unreadable;

/** Why a roster was not taken; each code is a paragraph of docs/problems/notification-roster.md. */
final class RosterProblems {

    private RosterProblems() {}

    static Problem of(Unreadable.Because why) {
        return switch (why) {
            case NOT_A_WORKBOOK ->
                    Problem.of(
                            422,
                            "roster-not-a-workbook",
                            "Not a workbook",
                            "This is no Excel workbook. Open it in Excel and save it as .xlsx.");
            case OLD_OR_LOCKED ->
                    Problem.of(
                            422,
                            "roster-old-or-locked",
                            "Old or locked workbook",
                            "This is an old .xls file or has a password. Save it as .xlsx without a password.");
            case DAMAGED ->
                    Problem.of(
                            422,
                            "roster-damaged",
                            "Damaged workbook",
                            "The workbook cannot be read. Open it in Excel, save it anew and try again.");
            case TOO_LARGE ->
                    Problem.of(
                            413,
                            "roster-too-large",
                            "Workbook too large",
                            "At most 5 MiB, 500 rows, 60 columns and 1,000 characters a cell.");
        };
    }

    /** The field of each violation is a cell, such as C7. */
    static Problem of(List<Found> faults, boolean vietnamese) {
        return Problem.of(
                        422,
                        "roster-cells",
                        vietnamese ? "Lịch trực cần sửa" : "Roster to be corrected",
                        vietnamese
                                ? "Một số ô cần sửa trước khi nhập."
                                : "Some cells must be corrected before the roster can be imported.")
                .with(
                        "violations",
                        faults.stream().map(each -> violation(each, vietnamese)).toList());
    }

    /** A refusal that is kept and given again. */
    static Problem refused(String code) {
        return switch (code) {
            case Importing.EXPIRED ->
                    Problem.refused(
                            code,
                            "Preview expired",
                            "This preview can no longer be taken. Make a new one from the workbook.");
            case Importing.CHANGED ->
                    Problem.refused(
                            code,
                            "Roster changed",
                            "Somebody imported this week since the preview was made. Make a new one and compare.");
            default -> throw new IllegalArgumentException(code);
        };
    }

    private static Violation violation(Found fault, boolean vietnamese) {
        return new Violation(fault.cell(), fault.what().code(), fault.what().text(vietnamese));
    }
}
