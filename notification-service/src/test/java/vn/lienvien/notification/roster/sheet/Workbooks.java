package vn.lienvien.notification.roster.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Rosters as hospitals make them, with invented people; no file is kept. */
public final class Workbooks {

    private Workbooks() {}

    /**
     * A week of 2026-11-23 with titles, merged cells, a phone row, and a signature at the bottom.
     */
    public static byte[] usual() {
        return of(Workbooks::usual);
    }

    public static byte[] usualWith(Consumer<Worksheet> changed) {
        return of(
                sheet -> {
                    usual(sheet);
                    changed.accept(sheet);
                });
    }

    public static byte[] of(Consumer<Worksheet> written) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Test", "1.0")) {
            written.accept(workbook.newWorksheet("Tuần 48"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void usual(Worksheet sheet) {
        sheet.value(0, 0, "BỆNH VIỆN BỆNH NHIỆT ĐỚI (số 12/QĐ-BV ngày 01/10/2026)");
        sheet.range(0, 0, 0, 8).merge();
        sheet.value(1, 0, "LỊCH TRỰC TUẦN 48 (23/11/2026 - 29/11/2026)");
        sheet.range(1, 0, 1, 8).merge();
        row(sheet, 2, "Tuyến", "Ca", "Thứ hai", "Thứ 3", "T4", "Thứ năm", "Thứ 6", "Thứ bảy", "CN");
        row(sheet, 3, "Lãnh đạo", "24/24", "BSCKII. Lê Thị Sen - 0903.000.001");
        sheet.range(3, 2, 3, 8).merge();
        row(
                sheet,
                4,
                "Bác sĩ",
                "Ngày",
                "BS. Trần Văn Lúa 0903 000 002",
                "BS Ngô Mai\nĐT: 0903000003; BS Vũ Đào 0283 855 4269");
        row(sheet, 5, "", "Đêm", "BS. Phạm Cúc (0903000004)");
        sheet.range(4, 0, 5, 0).merge();
        row(sheet, 6, "DIEU DUONG", "7h30 - 16h", "ĐD. Hồ Lan");
        row(sheet, 7, "SĐT", "");
        sheet.value(7, 2, 903000005);
        row(sheet, 8, "Lái xe", "", "Nguyễn Văn Xe 0903000006");
        row(sheet, 9, "", "", "", "", "", "", "", "Ngày 20 tháng 11 năm 2026");
        row(sheet, 10, "", "", "", "", "", "", "", "TRƯỞNG KHOA");
    }

    static void row(Worksheet sheet, int row, String... cells) {
        for (var column = 0; column < cells.length; column++) {
            if (!cells[column].isEmpty()) {
                sheet.value(row, column, cells[column]);
            }
        }
    }
}
