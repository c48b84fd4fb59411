package vn.lienvien.transfer;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import vn.lienvien.kit.test.TestTokens;

/** Somebody in a role at an organisation, at the API. */
public record Person(String token) {

    public static final Person REFERRER = of("referrer", "soc-trang-covid");
    public static final Person SECOND_DOCTOR = of("doctor", "soc-trang-covid");
    public static final Person ICU_DOCTOR = of("doctor", "htd-hcmc");
    public static final Person ICU_NURSE = of("nurse", "htd-hcmc");
    public static final Person TEAM = of("team", "htd-hcmc");
    public static final Person OTHER_TEAM = of("team", "cho-ray");
    public static final Person COORDINATOR = of("coordinator", "soyte-hcm");
    public static final Person STRANGER = of("doctor", "bach-mai");
    public static final Person ELSEWHERE = of("referrer", "vinh-phuc");
    public static final Person AUTHORITY = of("authority", "soyte-hcm");

    public static Person of(String role, String organisation) {
        return new Person(TestTokens.as(role, organisation));
    }

    public RequestSpecification asks() {
        return given().auth().oauth2(token).contentType("application/json");
    }

    public ValidatableResponse files(Map<String, ?> request) {
        return asks().body(request).post("/api/v1/transfers").then();
    }

    public UUID filed(Map<String, ?> request) {
        return UUID.fromString(files(request).statusCode(201).extract().path("id"));
    }

    public ValidatableResponse does(UUID transfer, String command, Map<String, ?> body) {
        return asks().body(body).post("/api/v1/transfers/" + transfer + "/" + command).then();
    }

    public ValidatableResponse records(UUID transfer, String type) {
        return records(transfer, type, Map.of());
    }

    public ValidatableResponse records(UUID transfer, String type, Map<String, ?> with) {
        var body = new HashMap<String, Object>(with);
        body.put("type", type);
        return does(transfer, "facts", body);
    }

    public ValidatableResponse sees(UUID transfer) {
        return asks().get("/api/v1/transfers/" + transfer).then();
    }

    public ValidatableResponse sees(UUID transfer, String part) {
        return asks().get("/api/v1/transfers/" + transfer + "/" + part).then();
    }
}
