package vn.lienvien.notification.roster.sheet;

/** What can be wrong, or worth knowing, about a cell; each text says what would be right. */
public enum Finding {
    NO_DAYS(
            "No row with the days of the week was found. One row must name Thứ 2 to Chủ nhật, each in its own column.",
            "Không tìm thấy dòng ghi các ngày trong tuần. Cần một dòng ghi Thứ 2 đến Chủ nhật, mỗi ngày một cột."),
    DAY_TWICE(
            "This day is already in another column. Each day has one column.",
            "Ngày này đã có ở cột khác. Mỗi ngày chỉ một cột."),
    DAY_OUTSIDE(
            "This date is not that day of the roster's week. Correct the date or the day's name.",
            "Ngày này không đúng thứ hoặc không thuộc tuần của lịch trực. Hãy sửa lại ngày hoặc thứ."),
    WEEK_UNKNOWN(
            "The roster does not say which week it is for. Write the date below each day, such as Thứ 2 23/11/2026, or name the week when importing.",
            "Không rõ lịch trực của tuần nào. Hãy ghi ngày dưới mỗi thứ, ví dụ Thứ 2 23/11/2026, hoặc chọn tuần khi nhập."),
    WEEK_DIFFERS(
            "The roster is for another week than the one chosen.",
            "Lịch trực trong tệp là của tuần khác với tuần đã chọn."),
    HOURS_UNCLEAR(
            "The hours of this row are not clear. Write them as 07:00-19:00, or write Ngày, Đêm or 24h.",
            "Không rõ giờ trực của dòng này. Hãy ghi 07:00-19:00, hoặc ghi Ngày, Đêm hay 24h."),
    PHONE_WRONG(
            "This is no phone number. A Vietnamese number has 10 digits and begins with 0, such as 0903 123 456; a landline has its area code.",
            "Đây không phải số điện thoại hợp lệ. Số di động gồm 10 chữ số, bắt đầu bằng 0, ví dụ 0903 123 456; số cố định cần mã vùng."),
    PHONE_ALONE(
            "There is a phone number without a name before it. Write the name, then the number.",
            "Có số điện thoại nhưng không có tên đứng trước. Hãy ghi tên rồi đến số."),
    NO_PHONE(
            "A person here has no phone number. Write it after the name, or add the person to the sheet Danh bạ.",
            "Có người chưa có số điện thoại. Hãy ghi số sau tên, hoặc thêm người đó vào trang Danh bạ."),
    NAME_UNCLEAR(
            "This is no name. A cell holds a name and a phone number; hours belong to the row's heading.",
            "Đây không phải tên người. Mỗi ô ghi tên và số điện thoại; giờ trực ghi ở đầu dòng."),
    TOO_LONG(
            "This is too long: at most 80 characters a name, 5 numbers a person and 10 people a cell.",
            "Quá dài: tên tối đa 80 ký tự, mỗi người tối đa 5 số, mỗi ô tối đa 10 người."),
    CELL_BROKEN(
            "Excel shows an error in this cell. Write the value itself instead of the formula.",
            "Ô này đang báo lỗi trong Excel. Hãy ghi trực tiếp giá trị thay cho công thức."),
    NOBODY("Nobody is named in this roster.", "Lịch trực này chưa có tên người trực nào."),

    ROW_SKIPPED(
            "This row was left out: its heading names none of Lãnh đạo, Bác sĩ, Điều dưỡng, ECMO.",
            "Bỏ qua dòng này: đầu dòng không phải Lãnh đạo, Bác sĩ, Điều dưỡng hay ECMO."),
    ZERO_RESTORED(
            "The leading 0 that Excel dropped was put back. Check the number.",
            "Đã thêm lại số 0 ở đầu mà Excel làm mất. Hãy kiểm tra lại số."),
    CELL_EMPTY("Nobody is named for this day.", "Ngày này chưa có người trực.");

    private final String english;
    private final String vietnamese;

    Finding(String english, String vietnamese) {
        this.english = english;
        this.vietnamese = vietnamese;
    }

    /** Worth knowing; it does not stand in the way of an import. */
    public boolean isNote() {
        return switch (this) {
            case ROW_SKIPPED, ZERO_RESTORED, CELL_EMPTY -> true;
            case NO_DAYS,
                    DAY_TWICE,
                    DAY_OUTSIDE,
                    WEEK_UNKNOWN,
                    WEEK_DIFFERS,
                    HOURS_UNCLEAR,
                    PHONE_WRONG,
                    PHONE_ALONE,
                    NO_PHONE,
                    NAME_UNCLEAR,
                    TOO_LONG,
                    CELL_BROKEN,
                    NOBODY ->
                    false;
        };
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public String text(boolean inVietnamese) {
        return inVietnamese ? vietnamese : english;
    }
}
