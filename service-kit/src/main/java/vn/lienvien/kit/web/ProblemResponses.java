package vn.lienvien.kit.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Completes the description of the interface: into every operation how it fails, since all of them
 * fail alike (META-INF/openapi.yaml), and into the schemas their examples, by name, which the kit
 * and the service keep in a file each; every person in them is invented.
 */
public class ProblemResponses implements OASFilter {

    private static final String EXAMPLES = "META-INF/api-examples.json";
    private static final Set<String> WITH_BODY_ONLY = Set.of("408", "409", "413");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, APIResponse> problems = api.getComponents().getResponses();
        for (PathItem path : api.getPaths().getPathItems().values()) {
            path.getOperations()
                    .forEach((method, says) -> describe(method, says.getResponses(), problems));
        }
        addExamples(api.getComponents().getSchemas());
    }

    /** What an operation says of itself stays. */
    private static void describe(
            HttpMethod method, APIResponses responses, Map<String, APIResponse> problems) {
        problems.forEach(
                (status, problem) -> {
                    APIResponse said = responses.getAPIResponse(status);
                    boolean silent = said == null || said.getContent() == null;
                    if (silent && (method != HttpMethod.GET || !WITH_BODY_ONLY.contains(status))) {
                        responses.addAPIResponse(status, problem);
                    }
                });
    }

    private static void addExamples(Map<String, Schema> schemas) {
        try {
            var files = Thread.currentThread().getContextClassLoader().getResources(EXAMPLES);
            for (URL file : Collections.list(files)) {
                read(file).forEach((name, example) -> put(schemas.get(name), name, example));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> read(URL file) throws IOException {
        try (var in = file.openStream()) {
            return new ObjectMapper().readValue(in, new TypeReference<>() {});
        }
    }

    private static void put(Schema schema, String name, Object example) {
        if (schema == null) {
            throw new IllegalStateException("an example of no schema: " + name);
        }
        schema.setExamples(List.of(example));
    }
}
