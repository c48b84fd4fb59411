package vn.lienvien.transfer.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;

/** A time of this century: anything else is a slip of the keyboard. */
@Constraint(validatedBy = Moment.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Moment {

    String message() default "must be a time between 2000 and 2100";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** By two fixed ends. */
    class Check implements ConstraintValidator<Moment, Instant> {

        private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
        private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

        @Override
        public boolean isValid(Instant time, ConstraintValidatorContext context) {
            return possible(time);
        }

        public static boolean possible(Instant time) {
            return time == null || (!time.isBefore(FIRST) && time.isBefore(LAST));
        }
    }
}
