package vn.lienvien.simulation.people;

import java.util.UUID;
import vn.lienvien.kit.once.Done;
import vn.lienvien.simulation.Bug;
import vn.lienvien.simulation.kernel.Database;
import vn.lienvien.simulation.kernel.Fate;
import vn.lienvien.simulation.kernel.Table;

/** A service's front: one answer for one key, stored with what it did, as the kit's Once does. */
public final class Desk {

    private final Database database;
    private final Table<UUID, Done> answers;
    private final Bug bug;

    public Desk(Database database, Bug bug) {
        this.database = database;
        this.answers = new Table<>(database);
        this.bug = bug;
    }

    public Done serve(Request request, Fate fate) {
        return database.run(
                fate,
                request.sent().at(),
                request.sent().ticket(),
                () -> {
                    if (answers.has(request.key()) && bug != Bug.KEY_IGNORED) {
                        return answers.get(request.key());
                    }
                    var answer = request.command().get();
                    answers.put(request.key(), answer);
                    return answer;
                });
    }

    /** The answer that is stored for a key; null when the request was never done. */
    public Done stored(UUID key) {
        return answers.get(key);
    }
}
