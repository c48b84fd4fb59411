package vn.lienvien.bed.capacity.adapter.rest.sheet;

import java.util.Locale;

/** What can be wrong with a cell; each text says what would be right. */
public enum Fault {
    COLUMN_MISSING(
            "This column is missing. The first row names the columns.",
            "Thiếu cột này. Dòng đầu phải ghi tên các cột."),
    COLUMN_UNKNOWN(
            "There is no such column. Correct its name or leave it out.",
            "Không có cột này. Hãy sửa tên cột hoặc bỏ cột."),
    COLUMN_TWICE(
            "This column is there twice. Each column once.",
            "Cột này bị lặp. Mỗi cột chỉ ghi một lần."),
    RAGGED(
            "This row has more or fewer cells than the first row.",
            "Dòng này thừa hoặc thiếu ô so với dòng đầu."),
    NO_ROWS(
            "There is no row below the names of the columns.",
            "Không có dòng nào dưới dòng tên cột."),
    REQUIRED("This cell must be filled in.", "Ô này phải có giá trị."),
    NOT_A_NUMBER(
            "This is no whole number from 0 to 10000.", "Đây không phải số nguyên từ 0 đến 10000."),
    NOT_A_WEIGHT(
            "This is no weight in kg, such as 3.5.", "Đây không phải cân nặng (kg), ví dụ 3.5."),
    NOT_A_TIME(
            "This is no time. Write it as 2026-11-25T07:00:00+07:00.",
            "Đây không phải thời điểm. Hãy ghi như 2026-11-25T07:00:00+07:00."),
    NOT_A_DATE(
            "This is no date. Write it as 2026-11-25.",
            "Đây không phải ngày. Hãy ghi như 2026-11-25."),
    IN_FUTURE("This time lies in the future.", "Thời điểm này ở tương lai."),
    NOT_A_LIMIT(
            "Limits are STAFF, ROOM, EQUIPMENT or MATERIAL, each once, with a number if known: STAFF:2 ROOM.",
            "Hạn chế là STAFF, ROOM, EQUIPMENT hoặc MATERIAL, mỗi loại một lần, kèm số nếu biết: STAFF:2 ROOM."),
    NOT_A_WORD(
            "This word is not among those of this column; see docs/capacity.md.",
            "Từ này không thuộc danh sách của cột; xem docs/capacity.md."),
    FORMULA(
            "This is a formula. Write the value itself.",
            "Đây là công thức. Hãy ghi trực tiếp giá trị."),
    UNIT_UNKNOWN("There is no such unit in the register.", "Không có đơn vị này trong danh mục."),
    UNIT_CODE(
            "A unit code is hospital.unit in lower case, such as htd-hcmc.icu-adult.",
            "Mã đơn vị có dạng benh-vien.khoa, chữ thường, ví dụ htd-hcmc.icu-adult."),
    HOSPITAL_UNKNOWN(
            "There is no such hospital in the register.", "Không có bệnh viện này trong danh mục."),
    HOSPITAL_DIFFERS("The unit belongs to another hospital.", "Đơn vị này thuộc bệnh viện khác."),
    NOT_YOURS("This unit is not of your organisation.", "Đơn vị này không thuộc cơ quan của bạn."),
    UNIT_TWICE("This unit is in an earlier row too.", "Đơn vị này đã có ở dòng trên."),
    PROMISED(
            "The unit has promised beds to transfers; it cannot be closed until they are given back.",
            "Đơn vị đã nhận giường cho ca chuyển; chưa thể đóng khi chưa trả lại.");

    private final String english;
    private final String vietnamese;

    Fault(String english, String vietnamese) {
        this.english = english;
        this.vietnamese = vietnamese;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String text(boolean inVietnamese) {
        return inVietnamese ? vietnamese : english;
    }

    /**
     * A fault and its cell.
     *
     * @param row as a spreadsheet counts: the names of the columns are row 1
     * @param column its name; null for the whole row
     */
    public record At(int row, String column, Fault what) {
        /** {@code row 7, staffed}. */
        public String cell() {
            return column == null ? "row " + row : "row " + row + ", " + column;
        }
    }
}
