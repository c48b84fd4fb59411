package vn.lienvien.kit.web;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Writes into the description of every operation how it fails: all of them fail alike. */
public class ProblemResponses implements OASFilter {

    private static final Map<String, String> ALWAYS =
            Map.of(
                    "401", "No token, or one that does not hold",
                    "403", "role-required: only for who may see the thing",
                    "404", "Not there, or no relation to it",
                    "503",
                            "Nothing can be stored at the moment; Retry-After says when to try again");

    private static final Map<String, String> WITH_BODY =
            Map.of(
                    "400", "Not the JSON expected",
                    "409", "Refused, with the reason in refusal; see docs/problems.md",
                    "422", "One or more values are not acceptable: violations name field and code");

    @Override
    public void filterOpenAPI(OpenAPI api) {
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
        Content content =
                OASFactory.createContent()
                        .addMediaType("application/problem+json", OASFactory.createMediaType());
        return OASFactory.createAPIResponse().description(says).content(content);
    }
}
