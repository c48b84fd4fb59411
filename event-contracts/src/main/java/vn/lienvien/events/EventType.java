package vn.lienvien.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The CloudEvents type of a contract record: {@code vn.lienvien.<value>.v<version>}. Never derived
 * from a class name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {
    /** Family and past-tense fact, e.g. {@code placement.slot-held}. */
    String value();

    int version() default 1;
}
