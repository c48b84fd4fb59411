package vn.lienvien.kit.web;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

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

    private static final List<PathItem.HttpMethod> CHANGING =
            List.of(
                    PathItem.HttpMethod.POST,
                    PathItem.HttpMethod.PUT,
                    PathItem.HttpMethod.PATCH,
                    PathItem.HttpMethod.DELETE);

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(
                        path ->
                                path.getOperations()
                                        .forEach(
                                                (method, operation) -> {
                                                    add(operation, ALWAYS);
                                                    if (CHANGING.contains(method)) {
                                                        add(operation, WITH_BODY);
                                                    }
                                                }));
    }

    private static void add(Operation operation, Map<String, String> problems) {
        problems.forEach(
                (status, says) -> {
                    if (!operation.getResponses().hasAPIResponse(status)
                            || operation.getResponses().getAPIResponse(status).getContent()
                                    == null) {
                        operation.getResponses().addAPIResponse(status, problem(says));
                    }
                });
    }

    private static APIResponse problem(String says) {
        return OASFactory.createAPIResponse()
                .description(says)
                .content(
                        OASFactory.createContent()
                                .addMediaType(
                                        "application/problem+json", OASFactory.createMediaType()));
    }
}
