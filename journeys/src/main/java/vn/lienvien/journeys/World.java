package vn.lienvien.journeys;

import static vn.lienvien.events.TransferEvent.EndKind.STOOD_DOWN_IMPROVED;
import static vn.lienvien.events.TransferEvent.EndKind.TAKEN_BY_ANOTHER;
import static vn.lienvien.local.client.TransferState.ACCEPTED;
import static vn.lienvien.local.client.TransferState.CONSULTING;
import static vn.lienvien.local.client.TransferState.IN_TRANSIT;
import static vn.lienvien.local.client.TransferState.OFFERED;
import static vn.lienvien.local.client.TransferState.READY;
import static vn.lienvien.local.client.TransferState.SEEKING;
import static vn.lienvien.local.client.TransferState.WAITING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import vn.lienvien.events.Topic;
import vn.lienvien.events.TransferEvent.EndKind;
import vn.lienvien.journeys.invariant.Invariants;
import vn.lienvien.local.Part;
import vn.lienvien.local.Service;
import vn.lienvien.local.Stack;
import vn.lienvien.local.StackPlan;
import vn.lienvien.local.client.Filing;
import vn.lienvien.local.client.Hospital;
import vn.lienvien.local.client.LienVien;
import vn.lienvien.local.client.Patience;
import vn.lienvien.local.client.Person;
import vn.lienvien.local.client.PlacementView;
import vn.lienvien.local.client.TopicReader;
import vn.lienvien.local.client.Transfer;
import vn.lienvien.local.client.TransferState;

/** One running system and everything a story needs of it: its people, its time, its insides. */
public final class World implements AutoCloseable {

    /** Kept, since a logger that nobody holds forgets its level. */
    private static final Logger KAFKA_CLIENTS = Logger.getLogger("org.apache.kafka");

    private static final Set<TransferState> STILL_ASKING =
            EnumSet.of(SEEKING, OFFERED, CONSULTING, WAITING, ACCEPTED, READY);

    /**
     * As the console does: a service that is short of time says so with 503, and is asked again.
     */
    public static final Duration PRESS_AGAIN_FOR = Duration.ofSeconds(30);

    private static final Duration ROAD_CLEAR_WITHIN = Duration.ofMinutes(1);

    private static final String STILL_PLACED =
            "select transfer_id::text from placement where stage not in ('ENDED', 'OCCUPIED')";

    private final Stack stack;
    private final LienVien lienVien;
    private final Databases databases;
    private final Wards wards;
    private Duration ahead = Duration.ZERO;
    private final Set<String> poisoned = ConcurrentHashMap.newKeySet();

    private World(Stack stack) {
        this.stack = stack;
        lienVien = LienVien.at(stack.url()).patient(PRESS_AGAIN_FOR);
        databases = new Databases(stack.postgres()::adminConnection);
        wards = new Wards(lienVien);
    }

    public static World start(StackPlan plan) {
        KAFKA_CLIENTS.setLevel(Level.SEVERE);
        return new World(Stack.start(plan));
    }

    public Stack stack() {
        return stack;
    }

    public LienVien lienVien() {
        return lienVien;
    }

    public Databases databases() {
        return databases;
    }

    public Wards wards() {
        return wards;
    }

    public String bootstrap() {
        return stack.kafka().bootstrap();
    }

    // ---- people and what they ask

    public Hospital hospital(String code) {
        return lienVien.hospital(code);
    }

    public Person coordinator() {
        return lienVien.person("coordinator", "soyte-hcm");
    }

    /** The request of a case, filed now. */
    public ObjectNode request(String caseName) {
        return request(caseName, now());
    }

    public ObjectNode request(String caseName, Instant filedAt) {
        return Filing.of(caseName, filedAt);
    }

    /** A search by a hospital that would like these, best first. */
    public ObjectNode search(Hospital... wishes) {
        var filing = request("search");
        var codes = filing.putArray("wishes");
        Arrays.stream(wishes).map(Hospital::code).forEach(codes::add);
        return filing;
    }

    // ---- the scene

    /**
     * Nobody asks for a place or is on the road any more, and bed-service knows: else the first bed
     * of the next story could be held for somebody who has gone home.
     */
    public void clearTheRoad() {
        Patience.until(
                ROAD_CLEAR_WITHIN,
                "somebody still waits for a place: " + STILL_PLACED,
                () -> {
                    STILL_ASKING.forEach(state -> end(state, STOOD_DOWN_IMPROVED, "recovered"));
                    end(IN_TRANSIT, TAKEN_BY_ANOTHER, "cared for by a hospital on the way");
                    return Optional.of(stillPlaced()).filter(List::isEmpty);
                });
    }

    private List<List<String>> stillPlaced() {
        try {
            return databases.rows("bed", STILL_PLACED);
        } catch (SQLException e) {
            throw new IllegalStateException("bed-service's database cannot be asked", e);
        }
    }

    private void end(TransferState state, EndKind kind, String reason) {
        inState(state).forEach(id -> coordinator().ends(new Transfer(id, ""), kind, reason));
    }

    public void open(String unit, int beds) {
        wards.open(unit, beds);
    }

    /** These have so many free beds for others; nobody else has any. */
    public void openOnly(int beds, String... units) {
        wards.openOnly(beds, units);
    }

    /** Enough beds for a crowd, in three hospitals. */
    public void openForMany(int transfers) {
        wards.openOnly(
                transfers,
                adultUnits(hospital("cho-ray"), hospital("umc-hcmc"), hospital("nd-115")));
    }

    public List<String> slotStates(String unit) {
        return wards.slotStates(unit);
    }

    public static String[] adultUnits(Hospital first, Hospital... others) {
        return Stream.concat(Stream.of(first), Arrays.stream(others))
                .map(Hospital::adultUnit)
                .toArray(String[]::new);
    }

    // ---- time

    /** The system's time. */
    public synchronized Instant now() {
        return Instant.now().plus(ahead);
    }

    /** Moves the system's time ahead; never back, or stories on one stack could undo each other. */
    public synchronized void later(Duration by) {
        ahead = ahead.plus(by);
        stack.clock().shift(ahead);
    }

    // ---- what became of it

    public Picture picture(Transfer transfer) {
        return Picture.of(coordinator().sees(transfer));
    }

    public PlacementView placement(Transfer transfer) {
        return coordinator().placement(transfer);
    }

    /** What a topic tells about a transfer: its types in their order, each event once. */
    public List<String> told(Transfer transfer, Topic topic) {
        var ids = new HashSet<String>();
        return new TopicReader(bootstrap())
                .about(transfer.id()).stream()
                        .filter(told -> told.topic().equals(topic.topicName()))
                        // A relay that lost an answer sends again, with the id that it had.
                        .filter(told -> ids.add(told.id()))
                        .map(told -> told.type().substring(told.type().indexOf('.') + 1))
                        .toList();
    }

    /** What this person, or its organisation, must know or had to know of a transfer. */
    public List<String> obligations(Person person, Transfer transfer) {
        return person.get("/api/v1/obligations?state=all&transfer=" + transfer.id())
                .path("items")
                .valueStream()
                .map((JsonNode item) -> item.path("kind").asText())
                .toList();
    }

    /** How much has come of it so far: entries, offers and obligations. */
    public List<Integer> effects(Transfer transfer) {
        return List.of(
                coordinator().timeline(transfer).items().size(),
                placement(transfer).offers().size(),
                obligations(coordinator(), transfer).size());
    }

    /** Transfers in a state, as the coordinator's list shows them, page by page. */
    public Set<UUID> inState(TransferState state) {
        var found = new HashSet<UUID>();
        for (var cursor = ""; cursor != null; ) {
            var page = coordinator().get("/api/v1/transfers?limit=100&state=" + state + cursor);
            page.path("items")
                    .forEach(item -> found.add(UUID.fromString(item.path("id").asText())));
            cursor =
                    page.hasNonNull("nextCursor")
                            ? "&cursor=" + page.path("nextCursor").asText()
                            : null;
        }
        return found;
    }

    /** Why records of this key are parked, in whichever service. */
    public List<String> parked(UUID key) throws SQLException {
        var reasons = new ArrayList<String>();
        for (var database : Databases.NAMES) {
            databases
                    .rows(database, "select reason from parked where key = '" + key + "'")
                    .forEach(row -> reasons.add(row.getFirst()));
        }
        return reasons;
    }

    /** Nothing on any topic waits to be worked off. */
    public boolean everythingIsRead() {
        return new Lag(bootstrap()).records() == 0;
    }

    // ---- the parts

    /** By its name, or the first replica of a service. */
    public Part part(String name) {
        return stack.parts().stream()
                .filter(part -> part.name().startsWith(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part " + name));
    }

    public void pause(Service service) {
        stack.service(service).signal("STOP");
    }

    public void resume(Service service) {
        stack.service(service).signal("CONT");
    }

    // ---- what must always be true

    /** From now on this key is known to be broken on purpose. */
    public void poisoned(String key) {
        poisoned.add(key);
    }

    /** What is broken now, but for the keys a story has poisoned. */
    public List<String> broken() throws SQLException {
        return new Invariants(databases, new TopicReader(bootstrap()))
                .broken(Filing.canaries(), poisoned);
    }

    @Override
    public void close() {
        stack.close();
    }
}
