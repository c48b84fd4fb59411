package vn.lienvien.notification.roster.hotline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

/** Every number here is invented. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class HotlineResourceTest {

    private static final String PATH = "/api/v1/hotlines";

    @Test
    void anOrganisationsNumbersAreKeptInItsOrderForEverybody() {
        put(
                        "htd-hcmc",
                        entry("RED_ALERT", "Báo động đỏ", "0903.000.001"),
                        entry("TRANSPORT", "Cấp cứu", "115"))
                .statusCode(200)
                .body("hotlines.phone", contains("0903 000 001", "115"));

        as("referrer", "soc-trang-covid")
                .get(PATH + "/htd-hcmc")
                .then()
                .statusCode(200)
                .body("organisation", equalTo("htd-hcmc"))
                .body("hotlines.purpose", contains("RED_ALERT", "TRANSPORT"))
                .body("hotlines.tel", contains("tel:+84903000001", "tel:115"));
        assertThat(
                        OwnerConnection.column(
                                "select codes::text from audit where action = 'hotlines.changed' and subject_id = 'htd-hcmc'"))
                .contains("{\"entries\": \"2\"}");
    }

    @Test
    void anOrganisationWithoutNumbersHasAnEmptyList() {
        as("doctor", "cho-ray")
                .get(PATH + "/da-nang")
                .then()
                .statusCode(200)
                .body("changedAt", nullValue())
                .body("hotlines", empty());
        as("doctor", "cho-ray").get(PATH + "/DA_NANG").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "RED_ALERT, Trực, 090300, hotlines[0].phone, phone",
        "RED_ALERT, '', 0903000001, hotlines[0].label, not-blank",
        "RED_ALERT, 'a\u202Eb', 0903000001, hotlines[0].label, pattern",
        "PIZZA, Trực, 0903000001, hotlines[0].purpose, invalid-format"
    })
    void aWrongEntryIsRefused(
            String purpose, String label, String phone, String field, String code) {
        put("gia-dinh", entry(purpose, label, phone))
                .statusCode(422)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
        as("doctor", "gia-dinh").get(PATH + "/gia-dinh").then().body("hotlines", empty());
    }

    @Test
    void moreThanThirtyAreTooMany() {
        as("doctor", "gia-dinh")
                .contentType(ContentType.JSON)
                .body(Map.of("hotlines", Collections.nCopies(31, entry("OTHER", "x", "115"))))
                .put(PATH + "/gia-dinh")
                .then()
                .statusCode(422);
        as("doctor", "gia-dinh")
                .contentType(ContentType.JSON)
                .body("{}")
                .put(PATH + "/gia-dinh")
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @CsvSource({
        "nurse, htd-hcmc, 403",
        "doctor, cho-ray, 403",
        "coordinator, soyte-hcm, 403",
        "system, htd-hcmc, 403",
        "admin, htd-hcmc, 200"
    })
    void onlyEditorsOfTheOrganisationChangeIt(String role, String organisation, int status) {
        as(role, organisation)
                .contentType(ContentType.JSON)
                .body(Map.of("hotlines", List.of()))
                .put(PATH + "/htd-hcmc")
                .then()
                .statusCode(status);
        given().contentType(ContentType.JSON)
                .body(Map.of("hotlines", List.of()))
                .put(PATH + "/htd-hcmc")
                .then()
                .statusCode(401);
        given().get(PATH + "/directory.csv").then().statusCode(401);
    }

    @Test
    void theDirectoryIsExportedForExcelWithoutFormulas() {
        put(
                        "sai-gon",
                        entry("OTHER", "=HYPERLINK(\"http://evil\")", "028 3855 4269"),
                        entry("BEDS", "Giường, \"hồi sức\"", "+65 6123 4567"))
                .statusCode(200);

        var csv =
                as("referrer", "vinh-phuc")
                        .get(PATH + "/directory.csv?organisation=sai-gon")
                        .then()
                        .statusCode(200)
                        .header("Content-Type", startsWith("text/csv"))
                        .extract()
                        .asString();

        assertThat(csv).startsWith("\uFEFForganisation,order,purpose,label,phone\r\n");
        assertThat(
                        CsvReader.builder().ofCsvRecord(csv.substring(1)).stream()
                                .skip(1)
                                .map(each -> each.getFields()))
                .containsExactly(
                        List.of(
                                "sai-gon",
                                "1",
                                "OTHER",
                                "'=HYPERLINK(\"http://evil\")",
                                "028 3855 4269"),
                        List.of("sai-gon", "2", "BEDS", "Giường, \"hồi sức\"", "'+65 6123 4567"));
        as("coordinator", "soyte-hcm").get(PATH + "/directory.csv").then().statusCode(200);
    }

    private static ValidatableResponse put(String organisation, Map<?, ?>... entries) {
        return as("doctor", organisation)
                .contentType(ContentType.JSON)
                .body(Map.of("hotlines", List.of(entries)))
                .put(PATH + "/" + organisation)
                .then();
    }

    private static Map<String, String> entry(String purpose, String label, String phone) {
        return Map.of("purpose", purpose, "label", label, "phone", phone);
    }

    private static RequestSpecification as(String role, String organisation) {
        return given().header("Authorization", "Bearer " + TestTokens.as(role, organisation));
    }
}
