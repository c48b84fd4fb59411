package vn.lienvien.notification.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.sql.Sql;

/** The directory of duty phones and mailboxes. */
@ApplicationScoped
public class Contacts {

    private static final String COLUMNS = "select organisation, role, phone, email, language";

    private static final String KEEP =
            """
            insert into contact (organisation, role, phone, email, language) values (?, ?, ?, ?, ?)
            on conflict (organisation, role) do update set
                phone = excluded.phone, email = excluded.email, language = excluded.language,
                updated_at = app_now()
            """;

    private final Sql sql;

    Contacts(Sql sql) {
        this.sql = sql;
    }

    public Optional<Contact> of(String organisation, String role) {
        return sql.first(
                COLUMNS + " from contact where organisation = ? and role = ?",
                Contacts::read,
                organisation,
                role);
    }

    public List<Contact> of(Collection<String> organisations) {
        return organisations.isEmpty()
                ? List.of()
                : sql.list(
                        COLUMNS
                                + " from contact where organisation = any(?) order by organisation, role",
                        Contacts::read,
                        organisations);
    }

    void keep(Contact contact) {
        sql.run(
                KEEP,
                contact.organisation().value(),
                contact.role(),
                contact.phone(),
                contact.email(),
                contact.language());
    }

    private static Contact read(ResultSet row) throws SQLException {
        return new Contact(
                new OrganisationCode(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5));
    }
}
