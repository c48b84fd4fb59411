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
                    Problem.badRequest(
                            "malformed-json",
                            "Malformed JSON",
                            "The body is not the JSON expected.");
        };
    }

    private static Problem invalid(JsonMappingException e, String code, String message) {
        return Problem.invalid(List.of(new Violation(field(e), code, message)));
    }

    private static String field(JsonMappingException e) {
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference each : e.getPath()) {
            if (each.getFieldName() == null) {
                field.append('[').append(each.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(each.getFieldName());
            }
        }
        return field.toString();
    }

    /** The path without the method's name and, for a body, without the parameter's. */
    private static String field(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = new ArrayList<>();
        violation.getPropertyPath().forEach(nodes::add);
        nodes.removeIf(each -> each.getKind() == ElementKind.METHOD);
        if (nodes.size() > 1 && nodes.getFirst().getKind() == ElementKind.PARAMETER) {
            nodes.removeFirst();
        }
        StringBuilder field = new StringBuilder();
        for (Path.Node each : nodes) {
            field.append(field.isEmpty() ? "" : ".").append(each);
        }
        return field.toString();
    }

    private static String code(ConstraintViolation<?> violation) {
        String constraint =
                violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getSimpleName();
        return constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
