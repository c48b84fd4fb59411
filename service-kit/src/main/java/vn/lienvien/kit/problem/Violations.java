package vn.lienvien.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which field was wrong, in the words of the body that was sent. */
final class Violations {

    private Violations() {}

    static List<Violation> of(ConstraintViolationException e) {
        return e.getConstraintViolations().stream()
                .map(each -> new Violation(field(each), code(each), each.getMessage()))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::code))
                .toList();
    }

    /** Syntax is 400; a well-formed body whose values do not fit is 422 with the field. */
    static Problem problem(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                    invalid(unknown, "unknown-property", "There is no such field.");
            case InvalidFormatException format ->
                    invalid(format, "invalid-format", "The value does not have the right form.");
            case ValueInstantiationException value when value.getCause() != null ->
                    invalid(value, "invalid-value", value.getCause().getMessage());
            case MismatchedInputException mismatch when !mismatch.getPath().isEmpty() ->
                    invalid(mismatch, "wrong-type", "The value is of the wrong kind.");
            default ->
                    Problem.of(
                            400,
                            "malformed-json",
                            "Malformed JSON",
                            "The body is not the JSON expected.");
        };
    }

    private static Problem invalid(JsonMappingException e, String code, String message) {
        return Problem.invalid(List.of(new Violation(field(e), code, message)));
    }

    private static String field(JsonMappingException e) {
        String path = e.getPath().stream().map(Violations::step).collect(Collectors.joining());
        return path.startsWith(".") ? path.substring(1) : path;
    }

    private static String step(JsonMappingException.Reference to) {
        return to.getFieldName() == null ? "[" + to.getIndex() + "]" : "." + to.getFieldName();
    }

    /** The path without the method's name and, for a body, without the parameter's. */
    private static String field(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = new ArrayList<>();
        violation.getPropertyPath().forEach(nodes::add);
        nodes.removeIf(each -> each.getKind() == ElementKind.METHOD);
        if (nodes.size() > 1 && nodes.getFirst().getKind() == ElementKind.PARAMETER) {
            nodes.removeFirst();
        }
        return nodes.stream().map(Path.Node::toString).collect(Collectors.joining("."));
    }

    private static String code(ConstraintViolation<?> violation) {
        var constraint = violation.getConstraintDescriptor().getAnnotation().annotationType();
        return constraint
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
