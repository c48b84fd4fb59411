package vn.lienvien.local.edge;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import vn.lienvien.local.issuer.DemoPeople;
import vn.lienvien.local.issuer.Issuer;
import vn.lienvien.local.issuer.UnknownPerson;

/** The issuer over HTTP: its public key, its people, and a token for whoever is asked for. */
record LocalIssuer(Issuer issuer) {
    private static final String ROOT = "/local-issuer/";

    boolean knows(String path) {
        return path.startsWith(ROOT);
    }

    void answer(HttpServerRequest request, String requestId) {
        HttpServerResponse response = request.response();
        String what = request.path().substring(ROOT.length());
        if (!request.method().equals(HttpMethod.GET)) {
            Problems.NOT_FOUND.answer(response, request.path(), requestId);
            return;
        }
        switch (what) {
            case "jwks" -> json(response, issuer.jwks());
            case "people" -> json(response, people().encodePrettily());
            case "token" -> token(request, requestId);
            default -> Problems.NOT_FOUND.answer(response, request.path(), requestId);
        }
    }

    private void token(HttpServerRequest request, String requestId) {
        try {
            String token = issuer.token(personIn(request));
            request.response().putHeader("Cache-Control", "no-store");
            if ("text/plain".equals(request.getHeader("Accept"))) {
                request.response().putHeader("Content-Type", "text/plain").end(token);
            } else {
                json(
                        request.response(),
                        new JsonObject()
                                .put("access_token", token)
                                .put("token_type", "Bearer")
                                .put("expires_in", Issuer.SHIFT.toSeconds())
                                .encode());
            }
        } catch (UnknownPerson e) {
            Problems.UNKNOWN_PERSON.answer(
                    request.response(), request.path(), requestId, e.getMessage());
        }
    }

    /** Nobody in a query that is none: whoever asked is to be answered. */
    private static String personIn(HttpServerRequest request) {
        try {
            return request.getParam("person", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static JsonArray people() {
        JsonArray people = new JsonArray();
        for (DemoPeople.DemoPerson person : DemoPeople.ALL) {
            people.add(
                    new JsonObject()
                            .put("person", person.person())
                            .put("does", person.does())
                            .put("invented", true));
        }
        return people;
    }

    private static void json(HttpServerResponse response, String body) {
        response.putHeader("Content-Type", "application/json").end(body);
    }
}
