package vn.lienvien.bed.capacity.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.bed.capacity.application.Preview;
import vn.lienvien.bed.capacity.application.Previews;
import vn.lienvien.kit.sql.Sql;

@ApplicationScoped
class SqlPreviews implements Previews {

    private final Sql sql;
    private final ObjectMapper json;

    SqlPreviews(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public <L> void keep(Kind kind, Preview<L> preview) {
        sql.run(
                "insert into import_preview (id, kind, made_by, expires_at, content)"
                        + " values (?, ?, ?, ?, ?::jsonb)",
                preview.id(),
                kind.name(),
                preview.by(),
                preview.expires(),
                written(preview.lines()));
    }

    @Override
    public <L> Optional<Preview<L>> find(Kind kind, UUID id, String by, Class<L> line) {
        return sql.first(
                "select expires_at, content from import_preview"
                        + " where id = ? and kind = ? and made_by = ?",
                row -> new Preview<>(id, by, Sql.instant(row, 1), read(row.getString(2), line)),
                id,
                kind.name(),
                by);
    }

    @Override
    public void drop(UUID id) {
        sql.run("delete from import_preview where id = ?", id);
    }

    @Override
    public void dropExpired(Instant before) {
        sql.run("delete from import_preview where expires_at < ?", before);
    }

    private String written(Object lines) {
        try {
            return json.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <L> List<L> read(String lines, Class<L> line) {
        try {
            return json.readerForListOf(line).readValue(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
