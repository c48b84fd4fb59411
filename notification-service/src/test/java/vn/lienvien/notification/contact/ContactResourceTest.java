package vn.lienvien.notification.contact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class ContactResourceTest {

    private static final String PATH = "/api/v1/contacts/gia-dinh";

    @Test
    void aDutyPhoneIsKeptAndReplaced() {
        keeps("{\"phone\":\"0900 000 001\",\"language\":\"vi\"}").statusCode(200);
        keeps("{\"phone\":\"0900 000 002\",\"email\":\"icu@gia-dinh.invalid\",\"language\":\"en\"}")
                .statusCode(200)
                .body("phone", equalTo("0900 000 002"));

        as("admin", "gia-dinh")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("phone", contains("0900 000 002"))
                .body("role", contains("NURSE"))
                .body("language", contains("en"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"language\":\"fr\"}",
                "{\"phone\":\"call me\",\"language\":\"vi\"}",
                "{\"email\":\"nowhere\",\"language\":\"vi\"}",
                "{\"phone\":\"0900 000 001\",\"language\":\"vi\",\"role\":\"DOCTOR\"}"
            })
    void whatIsNoContactIsRefused(String body) {
        keeps(body).statusCode(422);
    }

    @Test
    void onlyCoordinatorsAndItsOwnAdminsKeepIt() {
        as("admin", "cho-ray").get(PATH).then().statusCode(404);
        as("admin", "cho-ray")
                .contentType(ContentType.JSON)
                .body("{\"phone\":\"0900 000 003\",\"language\":\"vi\"}")
                .put(PATH + "/NURSE")
                .then()
                .statusCode(404);
        as("doctor", "gia-dinh").get(PATH).then().statusCode(403);
        given().get(PATH).then().statusCode(401);
    }

    private static ValidatableResponse keeps(String body) {
        return as("coordinator", "soyte-hcm")
                .contentType(ContentType.JSON)
                .body(body)
                .put(PATH + "/NURSE")
                .then();
    }

    private static RequestSpecification as(String role, String organisation) {
        return given().auth().oauth2(TestTokens.as(role, organisation));
    }
}
