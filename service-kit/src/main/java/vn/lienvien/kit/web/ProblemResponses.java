package vn.lienvien.kit.web;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import vn.lienvien.kit.problem.ProblemWriter;

/**
 * Writes into the description of every operation how it fails, since all of them fail alike, and
 * into the schemas their examples.
 */
public class ProblemResponses implements OASFilter {

    private static final Map<String, String> ALWAYS =
            Map.of(
                    "401", "No token, or one that does not hold",
                    "403", "role-required: only for who may see the thing",
                    "404", "Not there, or no relation to it",
                    "503",
                            "Nothing can be stored at the moment; Retry-After says when to try"
                                    + " again");

    private static final Map<String, String> WITH_BODY =
            Map.of(
                    "400", "Not the JSON expected",
                    "409", "Refused, with the reason in refusal; see docs/problems.md",
                    "422", "One or more values are not acceptable: violations name field and code");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().addSchema("Problem", problem());
        Examples.into(api.getComponents().getSchemas());
        for (PathItem path : api.getPaths().getPathItems().values()) {
            path.getOperations().forEach(ProblemResponses::describe);
        }
    }

    private static void describe(HttpMethod method, Operation operation) {
        add(operation.getResponses(), ALWAYS);
        if (method != HttpMethod.GET) {
            add(operation.getResponses(), WITH_BODY);
        }
    }

    /** What an operation says of itself stays. */
    private static void add(APIResponses responses, Map<String, String> problems) {
        problems.forEach(
                (status, says) -> {
                    APIResponse said = responses.getAPIResponse(status);
                    if (said == null || said.getContent() == null) {
                        responses.addAPIResponse(status, problem(says));
                    }
                });
    }

    private static APIResponse problem(String says) {
        Schema problem = OASFactory.createSchema().ref("Problem");
        Content content =
                OASFactory.createContent()
                        .addMediaType(
                                ProblemWriter.TYPE, OASFactory.createMediaType().schema(problem));
        return OASFactory.createAPIResponse().description(says).content(content);
    }

    /** What RFC 9457 says, and ours; a problem may tell more of its kind. */
    private static Schema problem() {
        var violation = object("field", "code", "message");
        return object("type", "title", "detail", "instance", "code", "requestId")
                .addProperty("status", ofType(Schema.SchemaType.INTEGER))
                .addProperty("violations", ofType(Schema.SchemaType.ARRAY).items(violation))
                .required(List.of("type", "title", "status", "detail", "instance", "code"))
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true));
    }

    private static Schema object(String... texts) {
        var object = ofType(Schema.SchemaType.OBJECT);
        List.of(texts).forEach(it -> object.addProperty(it, ofType(Schema.SchemaType.STRING)));
        return object;
    }

    private static Schema ofType(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
