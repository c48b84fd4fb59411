package vn.lienvien.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * I14 over all contract records: only ids, codes of a fixed shape, numbers, times and enums can be
 * written at all.
 */
class NoIdentityInEventsTest {

    private static final Set<Type> PLAIN =
            Set.of(
                    UUID.class,
                    Instant.class,
                    BigDecimal.class,
                    int.class,
                    Integer.class,
                    long.class,
                    boolean.class);
    private static final Set<Type> CODES =
            Set.of(OrganisationCode.class, UnitCode.class, CaseCode.class, ProvinceCode.class);
    private static final List<String> IDENTIFYING =
            List.of(
                    "name",
                    "birth",
                    "phone",
                    "address",
                    "insurance",
                    "citizen",
                    "initials",
                    "text",
                    "note",
                    "comment");

    @ParameterizedTest
    @MethodSource("components")
    void everyComponentIsAnIdACodeANumberOrATime(Type type) {
        assertThat(
                        PLAIN.contains(type)
                                || CODES.contains(type)
                                || (type instanceof Class<?> c && (c.isEnum() || c.isRecord())))
                .as("%s may hold free text", type)
                .isTrue();
    }

    @Test
    void noComponentIsNamedAfterAPerson() {
        assertThat(allComponents().map(c -> c.getName().toLowerCase(Locale.ROOT)))
                .noneMatch(name -> IDENTIFYING.stream().anyMatch(name::contains));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Thị Thử",
                "079300001234",
                "HTD HCMC",
                "a b",
                "",
                "A",
                "0912 345 678"
            })
    void codesRefuseWhatAPersonIsCalled(String text) {
        assertThat(
                        Stream.<Runnable>of(
                                () -> new OrganisationCode(text),
                                () -> new UnitCode(text),
                                () -> new ProvinceCode(text),
                                () -> new CaseCode(text)))
                .allSatisfy(
                        code ->
                                assertThat(thrown(code))
                                        .isInstanceOf(IllegalArgumentException.class));
    }

    static Stream<Type> components() {
        return allComponents()
                .map(RecordComponent::getGenericType)
                .map(NoIdentityInEventsTest::element)
                .distinct();
    }

    private static Stream<RecordComponent> allComponents() {
        var seen = new HashSet<Class<?>>();
        EventTypes.all().forEach(type -> collect(type, seen));
        return seen.stream().flatMap(type -> Arrays.stream(type.getRecordComponents()));
    }

    private static void collect(Class<?> type, Set<Class<?>> seen) {
        if (!type.isRecord() || CODES.contains(type) || !seen.add(type)) {
            return;
        }
        Arrays.stream(type.getRecordComponents())
                .map(c -> element(c.getGenericType()))
                .forEach(t -> collect((Class<?>) t, seen));
    }

    private static Type element(Type type) {
        return type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
    }

    private static Throwable thrown(Runnable code) {
        try {
            code.run();
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }
}
