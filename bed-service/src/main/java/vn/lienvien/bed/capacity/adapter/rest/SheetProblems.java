package vn.lienvien.bed.capacity.adapter.rest;

import java.util.List;
import vn.lienvien.bed.capacity.adapter.rest.sheet.Fault;
import vn.lienvien.bed.capacity.adapter.rest.sheet.Unreadable;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.Violation;

/** Why a file was not taken; each code is a paragraph of docs/problems/bed-capacity.md. */
final class SheetProblems {

    private static final int MOST_SHOWN = 100;

    private SheetProblems() {}

    static Problem of(Unreadable.Because why) {
        return switch (why) {
            case EMPTY -> unreadable("csv-empty", "Empty file", "There is nothing in this file.");
            case NOT_UTF8 ->
                    unreadable(
                            "csv-not-utf8",
                            "Not UTF-8",
                            "Save the file as CSV UTF-8; other encodings lose Vietnamese letters.");
            case IS_A_WORKBOOK ->
                    unreadable(
                            "csv-is-a-workbook",
                            "A workbook",
                            "This is an Excel workbook or an archive. Save it as CSV UTF-8.");
            case DAMAGED ->
                    unreadable(
                            "csv-damaged",
                            "Damaged file",
                            "A quote is not closed, or the file is no text. Save it anew as CSV UTF-8.");
            case TOO_LARGE ->
                    Problem.of(
                            413,
                            "csv-too-large",
                            "File too large",
                            "At most 256 KiB, 2,000 rows, 40 columns and 500 characters a cell.");
        };
    }

    /** The field of each violation is a cell, such as {@code row 7, staffed}. */
    static Problem of(List<Fault.At> faults, boolean vietnamese) {
        return Problem.of(
                        422,
                        "csv-cells",
                        vietnamese ? "Tệp cần sửa" : "File to be corrected",
                        vietnamese
                                ? "Một số ô cần sửa trước khi nhập."
                                : "Some cells must be corrected before the file can be imported.")
                .with(
                        "violations",
                        faults.stream()
                                .limit(MOST_SHOWN)
                                .map(it -> violation(it, vietnamese))
                                .toList())
                .with("faults", faults.size());
    }

    private static Violation violation(Fault.At fault, boolean vietnamese) {
        return new Violation(fault.cell(), fault.what().code(), fault.what().text(vietnamese));
    }

    private static Problem unreadable(String code, String title, String detail) {
        return Problem.of(422, code, title, detail);
    }
}
