package vn.lienvien.events;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which record stands for which CloudEvents type, read off the sealed hierarchy and its
 * annotations.
 */
public final class EventTypes {

    private static final String PREFIX = "vn.lienvien.";

    private static final Map<String, Class<? extends ContractEvent>> BY_TYPE =
            all().collect(Collectors.toUnmodifiableMap(EventTypes::typeOf, Function.identity()));

    private EventTypes() {}

    /** Every contract record, all versions. */
    public static Stream<Class<? extends ContractEvent>> all() {
        return Stream.of(ContractEvent.class.getPermittedSubclasses())
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .map(record -> record.asSubclass(ContractEvent.class));
    }

    /** The full CloudEvents type, e.g. {@code vn.lienvien.placement.slot-held.v1}. */
    public static String typeOf(Class<? extends ContractEvent> record) {
        return nameOf(record) + ".v" + record.getAnnotation(EventType.class).version();
    }

    /** The type without its version, e.g. {@code vn.lienvien.placement.slot-held}. */
    public static String nameOf(Class<? extends ContractEvent> record) {
        return PREFIX + record.getAnnotation(EventType.class).value();
    }

    /** The record for a full type, or null when no version of ours has it. */
    public static Class<? extends ContractEvent> recordFor(String type) {
        return BY_TYPE.get(type);
    }
}
