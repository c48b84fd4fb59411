package vn.lienvien.notification.roster.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import vn.lienvien.notification.roster.sheet.Grid.Merged;
import vn.lienvien.notification.roster.sheet.Unreadable.Because;

/**
 * Looks through a workbook before the reader opens it. The reader trusts what it is given: it
 * inflates without limit and makes room for whatever column a cell claims, so that a few bytes can
 * take all memory. It also does not know merged cells, which this collects.
 */
final class Inspection {

    private static final long MOST_INFLATED = 16L * 1024 * 1024;
    private static final int MOST_PARTS = 200;
    private static final int MOST_CELLS = 50_000;
    private static final int LAST_COLUMN_OF_EXCEL = 16_383;
    private static final String WORKBOOK_RELATIONS = "xl/_rels/workbook.xml.rels";

    private final Map<String, List<Merged>> mergedByPart = new HashMap<>();
    private final Map<String, String> partById = new HashMap<>();
    private long inflated;
    private int cells;

    private Inspection() {}

    static Inspection of(byte[] workbook) throws Unreadable {
        var inspection = new Inspection();
        try (var zip = ZipFile.builder().setByteArray(workbook).get()) {
            var parts = Collections.list(zip.getEntries());
            if (parts.size() > MOST_PARTS) {
                throw new Unreadable(Because.TOO_LARGE);
            }
            for (var part : parts) {
                inspection.inspect(zip, part);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable(Because.DAMAGED);
        }
        return inspection;
    }

    /** Merged cells of a sheet by its relation id. */
    List<Merged> merged(String sheetId) {
        return mergedByPart.getOrDefault(partById.getOrDefault(sheetId, ""), List.of());
    }

    private void inspect(ZipFile zip, ZipArchiveEntry part) throws IOException, Unreadable {
        byte[] content;
        try (var stream = zip.getInputStream(part)) {
            content = inflate(stream);
        }
        if (isXml(content)) {
            try {
                look(part.getName(), content);
            } catch (XMLStreamException | RuntimeException e) {
                throw new Unreadable(Because.DAMAGED);
            }
        }
    }

    private byte[] inflate(InputStream stream) throws IOException, Unreadable {
        var content = stream.readNBytes((int) (MOST_INFLATED - inflated) + 1);
        inflated += content.length;
        if (inflated > MOST_INFLATED) {
            throw new Unreadable(Because.TOO_LARGE);
        }
        return content;
    }

    private static boolean isXml(byte[] content) {
        for (var each : content) {
            if (each == '<') {
                return true;
            }
            if (each > ' ') {
                return false;
            }
        }
        return false;
    }

    private void look(String part, byte[] content) throws XMLStreamException, Unreadable {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                element(part, xml);
            }
        }
    }

    private void element(String part, XMLStreamReader xml) throws Unreadable {
        switch (xml.getLocalName()) {
            case "c" -> cell(xml.getAttributeValue(null, "r"));
            case "mergeCell" -> merge(part, xml.getAttributeValue(null, "ref"));
            case "Relationship" -> relate(part, xml);
            default -> {}
        }
    }

    private void cell(String reference) throws Unreadable {
        count(1);
        if (reference != null && At.of(reference).column() > LAST_COLUMN_OF_EXCEL) {
            throw new Unreadable(Because.TOO_LARGE);
        }
    }

    private void merge(String part, String reference) throws Unreadable {
        var ends = reference.split(":", -1);
        var from = At.of(ends[0]);
        var until = At.of(ends[ends.length - 1]);
        var shown =
                new At(
                        Math.min(until.row(), WorkbookReader.MOST_ROWS - 1),
                        Math.min(until.column(), WorkbookReader.MOST_COLUMNS - 1));
        var height = Math.max(0, shown.row() - from.row() + 1);
        count(height * Math.max(0, shown.column() - from.column() + 1));
        mergedByPart.computeIfAbsent(part, _ -> new ArrayList<>()).add(new Merged(from, shown));
    }

    private void count(int more) throws Unreadable {
        cells += more;
        if (cells > MOST_CELLS) {
            throw new Unreadable(Because.TOO_LARGE);
        }
    }

    private void relate(String part, XMLStreamReader xml) {
        if (part.equalsIgnoreCase(WORKBOOK_RELATIONS)) {
            var target = xml.getAttributeValue(null, "Target");
            partById.put(
                    xml.getAttributeValue(null, "Id"),
                    target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
    }
}
