package vn.lienvien.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.events.PlacementEvent.NotNowReason;
import vn.lienvien.events.PlacementEvent.WithdrawnBecause;
import vn.lienvien.events.TransferEvent.EndKind;
import vn.lienvien.events.Urgency;

/**
 * Somebody in a role at an organisation, doing through REST what a person does on the console.
 *
 * @param occurredAt when what is entered now really happened; null: just now
 */
public record Person(LienVien system, String role, String organisation, Instant occurredAt) {

    private static final Duration LOOKS_FOR_AN_OFFER = Duration.ofMinutes(1);
    private static final String TRANSFERS = "/api/v1/transfers";
    private static final String PLACEMENTS = "/api/v1/placements/";

    public String name() {
        return role + "@" + organisation;
    }

    /** The same person entering something that happened then. */
    public Person at(Instant then) {
        return new Person(system, role, organisation, then);
    }

    // ---- the request

    public Transfer files(ObjectNode filing) {
        return files(filing, UUID.randomUUID().toString());
    }

    public Transfer files(ObjectNode filing, String idempotencyKey) {
        return Json.as(triesToFile(filing, idempotencyKey).orThrow(), Transfer.class);
    }

    /** The same, for those who judge the answer themselves. */
    public Answer triesToFile(ObjectNode filing, String idempotencyKey) {
        return system.send(this, Call.post(TRANSFERS, dated(filing.deepCopy()), idempotencyKey));
    }

    public TransferView sees(Transfer transfer) {
        return Json.as(get(TRANSFERS + "/" + transfer.id()), TransferView.class);
    }

    public Timeline timeline(Transfer transfer) {
        return Timeline.of(get(TRANSFERS + "/" + transfer.id() + "/timeline"));
    }

    public TransferView raises(Transfer transfer, Urgency urgency, String reason) {
        return does(transfer, "urgency", Map.of("urgency", urgency, "reason", reason));
    }

    public TransferView endorsesUrgency(Transfer transfer) {
        return does(transfer, "urgency-endorsement", Map.of());
    }

    public TransferView asksForTeam(Transfer transfer, String team) {
        return does(transfer, "team-requests", Map.of("organisation", team));
    }

    public TransferView teamGoes(Transfer transfer) {
        return does(transfer, "team-answers", Map.of("goes", true));
    }

    public TransferView isReady(Transfer transfer) {
        return does(transfer, "readiness", Map.of());
    }

    public TransferView isReadyAllTheSame(Transfer transfer, String reason) {
        return does(transfer, "readiness", Map.of("overrideReason", reason));
    }

    public TransferView ends(Transfer transfer, EndKind kind, String reason) {
        return does(transfer, "end", Map.of("kind", kind, "reason", reason));
    }

    public TransferView diverts(Transfer transfer, Map<String, ?> to) {
        return does(transfer, "diversion", to);
    }

    public TransferView records(Transfer transfer, Fact fact) {
        return records(transfer, fact, Map.of());
    }

    public TransferView records(Transfer transfer, Fact fact, Map<String, ?> with) {
        var body = new HashMap<String, Object>(with);
        body.put("type", fact);
        return does(transfer, "facts", body);
    }

    // ---- the place

    public PlacementView placement(Transfer transfer) {
        return Json.as(get(PLACEMENTS + transfer.id()), PlacementView.class);
    }

    /** The search, when this person sees it already. */
    public Optional<PlacementView> lookFor(Transfer transfer) {
        var answer = system.send(this, Call.get(PLACEMENTS + transfer.id()));
        return answer.ok()
                ? Optional.of(Json.as(answer.body(), PlacementView.class))
                : Optional.empty();
    }

    /** The offer that waits for this person's hospital; looks again until it is there. */
    public PlacementView.Offer offer(Transfer transfer) {
        return Patience.until(
                LOOKS_FOR_AN_OFFER,
                name() + " sees no offer for " + transfer.caseCode(),
                () -> openOffer(transfer));
    }

    public Optional<PlacementView.Offer> openOffer(Transfer transfer) {
        return lookFor(transfer).flatMap(placement -> placement.openTo(organisation));
    }

    public PlacementView opens(Transfer transfer) {
        return answers(transfer, "opened", Map.of());
    }

    public PlacementView confirms(Transfer transfer) {
        return answers(transfer, "confirmation", Map.of("acceptedBy", "Dr on duty (invented)"));
    }

    public PlacementView consults(Transfer transfer) {
        return answers(transfer, "consulting", Map.of());
    }

    public PlacementView saysNotNow(Transfer transfer, NotNowReason why, String... askInstead) {
        return answers(
                transfer,
                "not-now",
                Map.of(
                        "reason",
                        why,
                        "askInstead",
                        Arrays.asList(askInstead),
                        "readyToConsult",
                        false));
    }

    public PlacementView withdraws(Transfer transfer, UUID offer, WithdrawnBecause why) {
        return answers(transfer, offer, "withdrawal", Map.of("reason", why));
    }

    private PlacementView answers(Transfer transfer, String with, Map<String, ?> body) {
        return answers(transfer, offer(transfer).id(), with, body);
    }

    public PlacementView answers(Transfer transfer, UUID offer, String with, Map<String, ?> body) {
        var path = PLACEMENTS + transfer.id() + "/offers/" + offer + "/" + with;
        return Json.as(post(path, body).orThrow(), PlacementView.class);
    }

    // ---- the unit

    public void reports(String unit, Capacity capacity) {
        post("/api/v1/units/" + unit + "/capacity-reports", capacity.fields()).orThrow();
    }

    public void activates(String unit, int readyForOutside) {
        system.send(
                        this,
                        Call.put(
                                "/api/v1/units/" + unit + "/activation",
                                Json.object(
                                        Map.of(
                                                "readyForOutside",
                                                readyForOutside,
                                                "dutyPhone",
                                                "+842800000000")),
                                Map.of()))
                .orThrow();
    }

    public List<JsonNode> slots(String unit) {
        return get("/api/v1/units/" + unit + "/slots").path("items").valueStream().toList();
    }

    // ---- the rest

    /** Follows what happens, live; close it when done. */
    public LiveStream follows() {
        return system.follow(this);
    }

    public JsonNode get(String path) {
        return system.send(this, Call.get(path)).orThrow();
    }

    /** Any other command; the caller judges the answer. */
    public Answer post(String path, Map<String, ?> body) {
        return system.send(this, Call.post(path, dated(Json.object(body))));
    }

    /** Keeps what is so from now on; the caller judges the answer. */
    public Answer puts(String path, Map<String, ?> body) {
        return system.send(this, Call.put(path, Json.object(body), Map.of()));
    }

    private TransferView does(Transfer transfer, String command, Map<String, ?> body) {
        var path = TRANSFERS + "/" + transfer.id() + "/" + command;
        return Json.as(post(path, body).orThrow(), TransferView.class);
    }

    private JsonNode dated(ObjectNode body) {
        return occurredAt == null ? body : body.put("occurredAt", occurredAt.toString());
    }
}
