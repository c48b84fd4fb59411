package vn.lienvien.notification.roster.hotline;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import vn.lienvien.notification.contact.Phones;
import vn.lienvien.notification.roster.hotline.Hotlines.Listed;

/**
 * The directory as CSV (RFC 4180) for Excel: a byte order mark, without which it reads Vietnamese
 * wrongly, and a quote before what it would run as a formula.
 */
final class HotlineCsv {

    static final String TYPE = "text/csv;charset=UTF-8";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private HotlineCsv() {}

    static String write(List<Listed> all) {
        var text = new StringWriter();
        text.append(BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord("organisation", "order", "purpose", "label", "phone");
            var order = 0;
            var organisation = "";
            for (var each : all) {
                order = each.organisation().equals(organisation) ? order + 1 : 1;
                organisation = each.organisation();
                csv.writeRecord(
                        organisation,
                        Integer.toString(order),
                        each.hotline().purpose().name(),
                        harmless(each.hotline().label()),
                        harmless(Phones.shown(each.hotline().phone())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
