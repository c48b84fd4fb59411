package vn.lienvien.kit.test;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienvien.kit.test.ApiCaller.Answer;
import vn.lienvien.kit.test.ApiCaller.Ask;
import vn.lienvien.kit.test.ApiDocument.Operation;

/**
 * Every operation that a service's OpenAPI names: against callers of every kind, against bad input,
 * and with its own example. A new endpoint without a row in the service's table fails.
 */
public final class ApiSweep {

    /** What no answer to a stranger may hold. */
    private static final List<String> INSIDE =
            List.of(
                    "vn.lienvien",
                    "java.",
                    "Exception",
                    "insert into",
                    "select ",
                    "hibernate",
                    "jackson",
                    "\tat ",
                    "SQL",
                    "ERROR:");

    private static final Path PROBLEMS = Path.of("..", "docs", "problems");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)\\}");
    private static final Pattern PERSON = Pattern.compile("(Dr|Bs|BS|ĐD|Nurse|Charge nurse) .*");

    /** Members of bodies that hold somebody's name. */
    private static final Set<String> NAMES =
            Set.of("fullName", "acceptedBy", "answeredBy", "agreedBy", "person");

    private final ApiDocument api = ApiDocument.ofTheService();
    private final ApiCaller http = new ApiCaller();
    private final Map<String, String> callers;
    private final Map<String, Map<String, Cell>> rows;
    private final Supplier<Map<String, String>> there;
    private final Set<String> codes = problemCodes();
    private final List<String> findings = new ArrayList<>();
    private final Set<String> read = new HashSet<>();

    private ApiSweep(
            Map<String, String> callers,
            Map<String, Map<String, Cell>> rows,
            Supplier<Map<String, String>> there) {
        this.callers = callers;
        this.rows = rows;
        this.there = there;
    }

    /** What a caller finds. */
    private enum Cell {
        /** Does it, or is told why not now. */
        MAY("+"),
        /** May, but there is nothing: only for what this table cannot make exist. */
        MAY_BUT_NOTHING("?"),
        /** Sees it and may not do this: 403. */
        ROLE("r"),
        /** Nothing is there for this caller: 404. */
        NOT_THERE("-"),
        /** For anybody, with no token: on purpose. */
        OPEN("open");

        private final String sign;

        Cell(String sign) {
            this.sign = sign;
        }

        static Cell of(String sign) {
            for (var each : values()) {
                if (each.sign.equals(sign)) {
                    return each;
                }
            }
            throw new IllegalArgumentException("no cell: " + sign);
        }

        boolean may() {
            return this == MAY || this == MAY_BUT_NOTHING;
        }
    }

    /**
     * @param callers a token for each column
     * @param table the names of the columns; then method, path and a cell for each: {@code +} may,
     *     {@code ?} may but nothing is there, {@code r} 403, {@code -} 404, or one {@code open}
     * @param fresh makes what the paths lead to anew, and names it: {@code {id}}, or {@code
     *     parked/{id}} where the same name stands for different things; what it does not name is
     *     not there
     */
    public static ApiSweep of(
            Map<String, String> callers, String table, Supplier<Map<String, String>> fresh) {
        var lines = words(table);
        var columns = lines.getFirst();
        assertThat(columns).containsExactlyInAnyOrderElementsOf(callers.keySet());
        Map<String, Map<String, Cell>> rows = new LinkedHashMap<>();
        lines.stream()
                .skip(1)
                .forEach(
                        words -> {
                            Map<String, Cell> row = new LinkedHashMap<>();
                            for (int i = 0; i < columns.size(); i++) {
                                var sign = words.get(2).equals("open") ? "open" : words.get(i + 2);
                                row.put(columns.get(i), Cell.of(sign));
                            }
                            rows.put(words.get(0) + " " + words.get(1), row);
                        });
        return new ApiSweep(callers, rows, fresh);
    }

    private static List<List<String>> words(String table) {
        return table.lines()
                .map(line -> List.of(line.strip().split("\\s+", -1)))
                .filter(words -> words.size() > 2)
                .toList();
    }

    public void everyOperationHasItsRow() {
        assertThat(api.operations().stream().map(Operation::name))
                .containsExactlyInAnyOrderElementsOf(rows.keySet());
    }

    public void everyOperationSaysWhatItDoesAndHowItFails() {
        for (var each : api.operations()) {
            if (each.says().path("summary").asText().isBlank()) {
                found(each, "has no summary");
            }
            var answers = each.says().path("responses");
            var needed = new ArrayList<>(List.of("401", "403", "404", "503"));
            if (each.changes()) {
                needed.addAll(List.of("400", "409", "422"));
            }
            if (!needed.stream().allMatch(answers::has)) {
                found(each, "does not say how it fails: " + answers.properties());
            }
            each.answers()
                    .filter(
                            answer ->
                                    answer.getKey().startsWith("4")
                                            || answer.getKey().startsWith("5"))
                    .filter(
                            answer ->
                                    answer.getValue()
                                            .path("content")
                                            .path(ApiDocument.PROBLEM)
                                            .path("schema")
                                            .isMissingNode())
                    .forEach(answer -> found(each, answer.getKey() + " is no problem+json"));
        }
        nothingFound();
    }

    /** Bodies and answers have one, which is what their schema says and invents its people. */
    public void everyExampleIsOne() {
        for (var each : api.operations()) {
            if (each.takesJson()) {
                example(each, "its body", each.body());
            }
            each.answers()
                    .filter(answer -> answer.getKey().startsWith("2"))
                    .map(Map.Entry::getValue)
                    .flatMap(answer -> answer.path("content").properties().stream())
                    .filter(content -> content.getKey().startsWith("application/json"))
                    .forEach(
                            content ->
                                    example(each, "its answer", content.getValue().path("schema")));
        }
        nothingFound();
    }

    private void example(Operation operation, String of, JsonNode schema) {
        if (schema.isEmpty()) {
            found(operation, of + " has no schema");
            return;
        }
        api.example(schema)
                .ifPresentOrElse(
                        example -> {
                            api.faults(schema, example)
                                    .forEach(fault -> found(operation, of + ": " + fault));
                            named(example)
                                    .forEach(
                                            name ->
                                                    found(
                                                            operation,
                                                            of
                                                                    + " does not say invented: "
                                                                    + name));
                        },
                        () -> found(operation, of + " has no example"));
    }

    /** People of an example who are not said to be invented. */
    private static Set<String> named(JsonNode example) {
        Set<String> names = new TreeSet<>();
        example.properties()
                .forEach(
                        member -> {
                            if (NAMES.contains(member.getKey()) && member.getValue().isTextual()) {
                                names.add(member.getValue().asText());
                            }
                        });
        for (var each : example) {
            if (each.isTextual() && PERSON.matcher(each.asText()).matches()) {
                names.add(each.asText());
            }
            names.addAll(named(each));
        }
        names.removeIf(each -> each.contains("(invented)"));
        return names;
    }

    /** Whoever is nobody gets nowhere, whatever it is asked; but for what is open on purpose. */
    public void nobodyComesInWithoutAToken() {
        var nobody = TestTokens.ofNobody();
        for (var each : api.operations()) {
            var path = path(each, Map.of());
            if (open(each)) {
                judge(each, "with no token", ask(each, path, null), 404, 404);
                continue;
            }
            nobody.forEach(
                    (why, token) -> judge(each, "with " + why, ask(each, path, token), 401, 401));
            var head = http.answer(Ask.of("HEAD", path, null));
            if (head.status() < 400) {
                found(each, "HEAD with no token: " + head);
            }
        }
        nothingFound();
    }

    /**
     * Each caller is let where they belong; who is not changes nothing, whatever they try. Every
     * list and every thing was read by somebody, and was as the document says.
     */
    public void everybodyIsOnlyLetWhereTheyBelong() {
        var things = there.get();
        api.operations().stream()
                .filter(each -> !each.changes())
                .forEach(each -> everybodyIsOnlyLet(each, path(each, things)));
        api.operations().stream()
                .filter(Operation::changes)
                .forEach(each -> everybodyIsOnlyLet(each, path(each, there.get())));
        nothingFound();
    }

    private void everybodyIsOnlyLet(Operation each, String path) {
        var before = Stored.whenAllHasLeft();
        kept(each, path, Cell.ROLE, 403);
        kept(each, path, Cell.NOT_THERE, 404);
        unchanged(each.name() + " of those who may not", before);
        row(each)
                .forEach(
                        (caller, cell) -> {
                            if (cell.may()) {
                                let(each, path, caller, cell);
                            }
                        });
        if (!each.changes() && row(each).containsValue(Cell.MAY) && !read.contains(each.name())) {
            found(each, "nobody could read it");
        }
    }

    /** None of these callers; and the last of them not by a way around either. */
    private void kept(Operation operation, String path, Cell cell, int status) {
        String last = null;
        for (var each : row(operation).entrySet()) {
            if (each.getValue() == cell) {
                last = each.getKey();
                var answer = ask(operation, path, callers.get(last));
                judge(operation, "as " + last, answer, status, status);
            }
        }
        if (last != null) {
            around(operation, path, last);
        }
    }

    private void around(Operation operation, String path, String caller) {
        for (var trick :
                List.of(path + ";x=y", path + "%3Bx", path + "/", path + "//", "/" + path)) {
            var answer = ask(operation, trick, callers.get(caller));
            if (answer.status() < 400 || answer.status() >= 500) {
                found(operation, "as %s by %s: %s".formatted(caller, trick, answer));
            }
        }
    }

    private void let(Operation operation, String path, String caller, Cell cell) {
        var answer = ask(operation, path, callers.get(caller));
        var as = "as " + caller;
        if (List.of(401, 405, 415).contains(answer.status())
                || (cell == Cell.MAY && List.of(403, 404).contains(answer.status()))) {
            found(operation, as + ": " + answer);
        } else if (answer.status() < 300) {
            documented(operation, as, answer);
        } else {
            judge(operation, as, answer, 400, 499);
        }
    }

    private void documented(Operation operation, String as, Answer answer) {
        if (operation
                .says()
                .path("responses")
                .path(String.valueOf(answer.status()))
                .isMissingNode()) {
            found(operation, "%s: %d is not documented".formatted(as, answer.status()));
        }
        if (answer.isJson()) {
            var schema = operation.answer(answer.status());
            if (schema.isEmpty()) {
                found(operation, as + ": no schema for " + answer);
            } else {
                api.faults(schema, ApiDocument.known(answer.json()))
                        .forEach(fault -> found(operation, as + " answers " + fault));
            }
        }
        read.add(operation.name());
    }

    /** A body that is none, or not the one, or too large. */
    public void noBadBodyLeavesATrace() {
        var things = there.get();
        var before = Stored.whenAllHasLeft();
        for (var each : api.operations()) {
            if (each.bodyType() == null || open(each)) {
                continue;
            }
            var to = Ask.of(each.method(), path(each, things), somebody(each));
            var big =
                    "{\"a\":\"%s\"}".formatted("x".repeat(each.takesJson() ? 300_000 : 7_000_000));
            refused(each, to.sending(type(each), big));
            refused(each, to.sending(type(each), big).inChunks());
            if (!each.takesJson()) {
                BadInput.BYTES.forEach(bytes -> refused(each, to.sending("text/csv", bytes)));
                BadInput.BODIES.forEach(body -> refused(each, to.sending("text/csv", body)));
                continue;
            }
            BadInput.BODIES.forEach(body -> refused(each, to.sending("application/json", body)));
            BadInput.BYTES.forEach(body -> refused(each, to.sending("application/json", body)));
            if (each.needsBody()) {
                BadInput.NOTHING.forEach(
                        body -> refused(each, to.sending("application/json", body)));
            }
            api.example(each.body())
                    .ifPresent(
                            example -> {
                                BadInput.TYPES.forEach(
                                        type ->
                                                refused(
                                                        each,
                                                        to.sending(type, example.toString())));
                                BadInput.mutations(api, each.body(), example)
                                        .forEach(
                                                body ->
                                                        refused(
                                                                each,
                                                                to.sending(
                                                                        "application/json", body)));
                            });
        }
        unchanged("all of it", before);
        nothingFound();
    }

    /** An id that is none, a way out of the path, a method that is not there. */
    public void noOddPathLeavesATrace() {
        var things = there.get();
        var before = Stored.whenAllHasLeft();
        for (var each : api.operations()) {
            for (var name : each.parameters("path")) {
                for (var odd : BadInput.SEGMENTS) {
                    var path = path(each, things, name, odd);
                    var answer = ask(each, path, somebody(each));
                    if (!(each.changes() ? answer.status() >= 400 : true)
                            || answer.status() >= 500) {
                        found(each, "%s: %s".formatted(path, answer));
                    } else if (answer.status() >= 400) {
                        judge(each, path, answer, 400, 499);
                    }
                }
            }
            var path = path(each, things);
            for (var odd : List.of(path + "/%zz", path + "/..%c0%af", path + "/\u0001")) {
                var answer = http.raw(each.method(), odd, somebody(each));
                if (answer.status() < 400 || answer.status() >= 500) {
                    found(each, "%s: %s".formatted(odd, answer));
                }
                clean(each, odd, answer);
            }
        }
        for (var each : api.operations()) {
            var path = path(each, things);
            for (var method :
                    List.of("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND")) {
                if (!known(method, path)) {
                    var answer = http.answer(Ask.of(method, path, somebody(each)));
                    judge(each, "by " + method, answer, 404, 405);
                }
            }
        }
        unchanged("all of it", before);
        nothingFound();
    }

    private boolean known(String method, String path) {
        return api.operations().stream()
                .filter(each -> each.method().equals(method))
                .map(each -> PARAMETER.matcher(each.path()).replaceAll("[^/]+"))
                .anyMatch(path::matches);
    }

    /** A value in the query that is none, of a cursor too. */
    public void noOddQueryIsAFault() {
        var things = there.get();
        var before = Stored.whenAllHasLeft();
        for (var each : api.operations()) {
            for (var name : each.changes() ? List.<String>of() : each.parameters("query")) {
                for (var odd : BadInput.QUERIES) {
                    var query = path(each, things) + "?" + name + "=" + odd;
                    var answer = ask(each, query, somebody(each));
                    if (answer.status() < 300) {
                        documented(each, query, answer);
                    } else {
                        judge(each, query, answer, 400, 499);
                    }
                }
                var many = path(each, things) + "?" + (name + "=%00&").repeat(50);
                judge(each, many, ask(each, many, somebody(each)), 400, 499);
            }
        }
        unchanged("all of it", before);
        nothingFound();
    }

    /** A key that is none, a version that never was, and headers that claim what they may not. */
    public void noOddHeaderLeavesATrace() {
        var things = there.get();
        var before = Stored.whenAllHasLeft();
        for (var each : api.operations()) {
            var to = asking(each, path(each, things), somebody(each));
            if (each.parameters("header").contains("Idempotency-Key") && sent(each)) {
                BadInput.KEYS.forEach(key -> refused(each, to.with("Idempotency-Key", key)));
            }
            if (each.parameters("header").contains("If-Match")) {
                List.of("", "*", "W/\"1\"", "1", "\"none\"", "\"99999999999999999999\"", "\"-1\"")
                        .forEach(version -> refused(each, to.with("If-Match", version)));
            }
            if (!open(each)) {
                var forAll = row(each).values().stream().allMatch(Cell::may) && !each.changes();
                for (var code :
                        List.of("cho ray", "..", "another-hospital", "'", "x".repeat(5000))) {
                    var answer = http.answer(to.with("LienVien-Organisation", code));
                    if (!forAll || answer.status() >= 300) {
                        judge(each, "for " + code, answer, 403, 403);
                    }
                }
            }
        }
        unchanged("all of it", before);
        nothingFound();
    }

    /** The example of an operation is one: its form and values are good, if only it were there. */
    public void everyExampleIsUnderstood() {
        for (var each : api.operations()) {
            if (each.takesJson()) {
                var answer = ask(each, path(each, Map.of()), somebody(each));
                if (!List.of(200, 201, 202, 204, 403, 404, 409, 428).contains(answer.status())) {
                    found(each, "its example: " + answer);
                }
            }
        }
        nothingFound();
    }

    /** There is something to send: else a key alone would be the command. */
    private boolean sent(Operation operation) {
        return operation.bodyType() == null || operation.takesJson();
    }

    private void refused(Operation operation, Ask ask) {
        var body = ask.body() == null ? "" : ask.body();
        var as = "%s %.200s %s".formatted(ask.type(), body, ask.headers());
        try {
            var answer = http.answer(ask);
            if (!ask.chunked() || answer.status() != 413) { // cut by the server, with no words
                judge(operation, as, answer, 400, 499);
            }
        } catch (UncheckedIOException cut) {
            if (body.length() < 300_000) {
                found(operation, as + ": " + cut.getCause());
            } // else the line was cut while the sender still sent
        }
    }

    /** A problem, with a status in this range and a code that docs/problems knows. */
    private void judge(Operation operation, String as, Answer answer, int from, int to) {
        clean(operation, as, answer);
        if (answer.status() < from || answer.status() > to) {
            found(operation, "%s, not %d: %s".formatted(as, from, answer));
        } else if (!answer.isProblem()) {
            found(operation, "%s: no problem: %s".formatted(as, answer));
        } else if (!codes.contains(answer.code())) {
            found(
                    operation,
                    "%s: a code that docs/problems does not know: %s".formatted(as, answer));
        } else {
            api.faults(operation.problem(), answer.json())
                    .forEach(fault -> found(operation, as + ": the problem: " + fault));
        }
    }

    private void clean(Operation operation, String as, Answer answer) {
        if (INSIDE.stream().anyMatch(answer.body()::contains)) {
            found(operation, "%s tells of the inside: %s".formatted(as, answer));
        }
    }

    private void unchanged(String by, Map<String, String> before) {
        var now = Stored.now();
        before.forEach(
                (table, rows) -> {
                    if (!rows.equals(now.get(table))) {
                        findings.add("%s changed by %s".formatted(table, by));
                    }
                });
    }

    private boolean open(Operation operation) {
        return row(operation).containsValue(Cell.OPEN);
    }

    private Map<String, Cell> row(Operation operation) {
        return rows.getOrDefault(operation.name(), Map.of());
    }

    /** The first who may. */
    private String somebody(Operation operation) {
        return row(operation).entrySet().stream()
                .filter(each -> each.getValue().may())
                .min(Comparator.comparing(Map.Entry::getValue))
                .map(each -> callers.get(each.getKey()))
                .orElse(null);
    }

    private Answer ask(Operation operation, String path, String token) {
        return http.answer(asking(operation, path, token));
    }

    /** With its example, or with next to nothing where it has none. */
    private Ask asking(Operation operation, String path, String token) {
        var plain = Ask.of(operation.method(), path, token);
        if (operation.bodyType() == null) {
            return plain;
        }
        return operation.takesJson()
                ? plain.sending(
                        "application/json",
                        api.example(operation.body()).map(JsonNode::toString).orElse("{}"))
                : plain.sending(type(operation), "a,b");
    }

    private static String type(Operation operation) {
        return operation.bodyType().contains("*") ? "text/csv" : operation.bodyType();
    }

    private static String path(Operation operation, Map<String, String> things) {
        return path(operation, things, "", "");
    }

    private static String path(
            Operation operation, Map<String, String> things, String odd, String with) {
        var path = new StringBuilder();
        Matcher parameters = PARAMETER.matcher(operation.path());
        while (parameters.find()) {
            var upTo = operation.path().substring(0, parameters.end());
            parameters.appendReplacement(
                    path,
                    Matcher.quoteReplacement(
                            parameters.group(1).equals(odd) ? with : thing(upTo, things)));
        }
        return parameters.appendTail(path).toString();
    }

    private static String thing(String upTo, Map<String, String> things) {
        return things.keySet().stream()
                .filter(upTo::endsWith)
                .max(Comparator.comparingInt(String::length))
                .map(things::get)
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private void found(Operation operation, String what) {
        findings.add(operation.name() + " " + what);
    }

    private void nothingFound() {
        assertThat(findings)
                .as("%d findings: %s", findings.size(), findings.stream().collect(joining("\n")))
                .isEmpty();
    }

    private static Set<String> problemCodes() {
        try (var files = Files.list(PROBLEMS)) {
            Set<String> codes = new TreeSet<>();
            for (var file : files.toList()) {
                Files.readString(file)
                        .lines()
                        .filter(line -> line.matches("##+ [a-z0-9-]+"))
                        .forEach(line -> codes.add(line.replaceAll("#+ ", "")));
            }
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
