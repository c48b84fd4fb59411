package vn.lienvien.bed.capacity.adapter.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** RFC 4180: fields may be quoted, a quote inside is doubled; the first line names the columns. */
final class Csv {

    private final String text;
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    /** Rows by column name; an empty field is null. */
    static List<Map<String, String>> rows(String text) {
        var csv = new Csv(text);
        var names = csv.line();
        var rows = new ArrayList<Map<String, String>>();
        while (csv.at < text.length()) {
            var fields = csv.line();
            if (fields.size() != names.size()) {
                throw new IllegalArgumentException(
                        "line " + (rows.size() + 2) + " has " + fields.size() + " fields");
            }
            var row = new HashMap<String, String>();
            for (int i = 0; i < fields.size(); i++) {
                row.put(names.get(i), fields.get(i).isEmpty() ? null : fields.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<String> line() {
        var fields = new ArrayList<String>();
        while (true) {
            fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            if (at >= text.length() || text.charAt(at++) != ',') {
                return fields;
            }
        }
    }

    private String plain() {
        int from = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
            at++;
        }
        return text.substring(from, at).strip();
    }

    private String quoted() {
        var field = new StringBuilder();
        at++;
        while (text.charAt(at) != '"' || doubled()) {
            field.append(text.charAt(at));
            at += text.charAt(at) == '"' ? 2 : 1;
        }
        at++;
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        return field.toString();
    }

    private boolean doubled() {
        return at + 1 < text.length() && text.charAt(at + 1) == '"';
    }
}
