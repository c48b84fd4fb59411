package vn.lienvien.transfer.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text that people can read and a database can keep: no control characters, no half characters, and
 * nothing that turns the reading direction around.
 */
@Constraint(validatedBy = PlainText.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface PlainText {

    String message() default "must be plain text of at most {max} characters";

    int max();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks at every character once. */
    class Check implements ConstraintValidator<PlainText, String> {

        private int max;

        @Override
        public void initialize(PlainText constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null
                    || (text.length() <= max && text.codePoints().allMatch(Check::readable));
        }

        private static boolean readable(int character) {
            return switch (Character.getType(character)) {
                case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
                case Character.CONTROL -> character == '\n' || character == '\t';
                case Character.FORMAT -> false;
                default -> true;
            };
        }
    }
}
